import { defineRules } from './define.js';

export const rules = defineRules('generic', [
  {
    id: 'basic-auth-header',
    title: 'Basic authorisation header',
    impact: 'Signs in with the user name and password it carries.',
    reference: 'https://www.rfc-editor.org/rfc/rfc7617',
    remediation: 'Change the password of the user in the header.',
    selfMade: true,
    keywords: ['authorization'],
    pattern:
      /(?:[Aa]uthorization|AUTHORIZATION)[\w"'`\])}]{0,12}\s{0,4}(?:=>|:=|[:=,])\s{0,4}["'`({]{0,3}\s{0,2}[Bb]asic (?<secret>[A-Za-z0-9+/_-]{8,500}={0,2})(?![A-Za-z0-9+/=])/,
    check: 'basic-credentials',
    examples: {
      match: ['Authorization: Basic {basic}', 'curl -H "Authorization: Basic {basic}" https://host/'],
      noMatch: ['Authorization: Basic {alnum:6}', 'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
    },
  },
  {
    id: 'basic-auth-curl',
    title: 'Password on a curl command',
    impact: 'Signs in with the user name and password it carries.',
    reference: 'https://curl.se/docs/manpage.html#-u',
    remediation: 'Change the password; keep it in a netrc file or read it from the environment.',
    selfMade: true,
    keywords: ['curl'],
    pattern:
      /\bcurl(?:\.exe)?\b[^\n|;]{0,400}?\s(?:-u|--user|--proxy-user|-U)(?:\s{1,3}|=)?["']?[\w.@+-]{1,64}:(?<secret>[^\s"'`$<{%:*][^\s"'`$<{*]{4,120})(?:["']?(?=\s|$)|`)/,
    minEntropy: 2.4,
    exclude: /^(?:pass(?:word)?|secret|token|x-oauth-basic|api_?token|\$?\w*PASS\w*)$/,
    examples: {
      match: ['curl -u deploy:{password:14} https://host/', 'curl --user robot:{alnum:16} https://host/'],
      noMatch: [
        'curl -u "$USER:$PASS" https://host/',
        'curl -u user:password https://host/',
        'curl -u deploy:`pass show deploy` https://host/',
      ],
    },
  },
]);
