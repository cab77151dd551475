import { defineRules } from './define.js';

export const rules = defineRules('cisco', [
  {
    id: 'cisco-password',
    title: 'Password in a Cisco configuration',
    impact: 'Signs in to the router or switch; type 7 is no encryption.',
    reference:
      'https://www.cisco.com/c/en/us/support/docs/security-vpn/remote-authentication-dial-user-service-radius/107614-64.html',
    remediation: 'Change it, and use type 8 or 9.',
    confidence: 'possible',
    selfMade: true,
    keywords: ['password 7 ', 'key 7 ', 'string 7 '],
    pattern:
      /\b(?:password|key(?:-string)?) 7 (?<secret>(?:0[0-9]|1[0-5])(?:[0-9A-F]{2}){4,60})(?![0-9A-Za-z])/,
    minEntropy: 1.5,
    exclude:
      /^(?:pass(?:word|wd)?|secret|pwd|user(?:name)?|admin|changeme|token|null|none)\d{0,3}$|^[*x.]{3,}$|^\W*$/i,
    examples: { match: ['enable password 7 08{upperhex:14}'], noMatch: ['password 7 days old'] },
  },
]);
