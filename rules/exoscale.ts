import { defineRules } from './define.js';

export const rules = defineRules('exoscale', [
  {
    id: 'exoscale-api-key',
    title: 'Exoscale API secret',
    impact: "Manages the account's instances and storage.",
    reference: 'https://community.exoscale.com/community/api/',
    remediation: 'Revoke the key in Exoscale under IAM.',
    keywords: ['exoscale'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>EXO[0-9a-f]{24})(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: { match: ['EXOSCALE_API_KEY=EXO{hex:24}'], noMatch: ['EXOSCALE=EXO{hex:8}'] },
  },
  {
    id: 'exoscale-api-secret',
    title: 'Exoscale API secret',
    impact: "Manages the account's instances and storage.",
    reference: 'https://community.exoscale.com/community/api/',
    remediation: 'Revoke the key in Exoscale under IAM.',
    severity: 'critical',
    keywords: ['exoscale'],
    value: /(?=[A-Za-z_-]{0,42}[0-9])[A-Za-z0-9_-]{43}/,
    assigned: true,
    minEntropy: 4,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['EXOSCALE_API_KEY={alnum:43}', 'exoscale.token: "{alnum:43}"'],
      noMatch: ['EXOSCALE_API_KEY={alnum:21}'],
    },
  },
]);
