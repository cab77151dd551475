import { defineRules } from './define.js';

export const rules = defineRules('plivo', [
  {
    id: 'plivo-auth-token',
    title: 'Plivo auth token',
    impact: "Sends messages and makes calls at the account's cost.",
    reference: 'https://www.plivo.com/docs/account/concepts/authentication',
    remediation: 'Reset it at https://console.plivo.com/dashboard/.',
    severity: 'critical',
    keywords: ['plivo'],
    value: /(?=[A-Za-z_-]{0,39}[0-9])[A-Za-z0-9_-]{40}/,
    minEntropy: 3.5,
    companions: [{ name: 'auth id', pattern: /\b(?<value>[SM]A[A-Z0-9]{18})\b/, within: 256 }],
    examples: { match: ['PLIVO_AUTH_ID=MA{upperalnum:18}\nPLIVO_AUTH_TOKEN={alnum:40}'] },
  },
]);
