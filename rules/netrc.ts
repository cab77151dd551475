import { defineRules } from './define.js';

export const rules = defineRules('netrc', [
  {
    id: 'netrc-password',
    title: 'Password in a .netrc file',
    impact: 'Logs in at the machine the entry names.',
    reference: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
    remediation: 'Change the password, or revoke the token, at the machine the line names.',
    selfMade: true,
    keywords: ['machine'],
    pattern:
      /\bmachine\s{1,20}[\w.:-]{3,200}\s{1,20}login\s{1,20}\S{1,200}\s{1,20}password\s{1,20}(?<secret>[^\s${}<>"']{6,200})/,
    minEntropy: 2.2,
    examples: {
      match: [
        'machine api.corp.test login me password {alnum:20}',
        'machine git.corp.test\n  login me\n  password {hex:40}',
      ],
      noMatch: ['machine api.corp.test login me password $TOKEN'],
    },
  },
]);
