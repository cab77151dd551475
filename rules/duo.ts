import { defineRules } from './define.js';

export const rules = defineRules('duo', [
  {
    id: 'duo-secret-key',
    title: 'Duo secret key',
    impact: "Passes or changes the second factor of the organisation's users.",
    reference: 'https://duo.com/docs/authapi',
    remediation: 'Reset the secret key in the Duo admin panel under Applications.',
    severity: 'critical',
    keywords: ['duosecurity', 'duo_', 'ikey', 'skey'],
    pattern:
      /(?:skey|SKEY|secret_?[Kk]ey|SECRET_KEY|[Ss]ecret)["'\s]{0,3}[=:]\s{0,4}["']?(?<secret>[A-Za-z0-9]{40})(?![A-Za-z0-9])/,
    minEntropy: 4,
    companions: [
      {
        name: 'integration key',
        pattern: /(?<![A-Z0-9])DI[A-Z0-9]{18}(?![A-Za-z0-9])/,
        within: 400,
        required: true,
      },
    ],
    examples: {
      match: ['ikey = DI{upperalnum:18}\nskey = {alnum:40}\nhost = api-1a2b3c4d.duosecurity.com'],
      noMatch: ['skey = {alnum:40}'],
    },
  },
]);
