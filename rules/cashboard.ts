import { defineRules } from './define.js';

export const rules = defineRules('cashboard', [
  {
    id: 'cashboard-api-key',
    title: 'Cashboard API key',
    impact: "Reads and changes the account's invoices.",
    reference: 'https://cashboardapp.com/developers/api',
    remediation: 'Regenerate the key in Cashboard under My account.',
    severity: 'medium',
    keywords: ['cashboard'],
    value: /(?:[0-9A-Z]{3}-){4}[0-9A-Z]{3}/,
    minEntropy: 3,
    examples: {
      match: ['cashboard_key={upperalnum:3}-{upperalnum:3}-{upperalnum:3}-{upperalnum:3}-{upperalnum:3}'],
      noMatch: ['cashboard_key={upperalnum:3}-{upperalnum:3}'],
    },
  },
]);
