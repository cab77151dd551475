import { defineRules } from './define.js';

export const rules = defineRules('freshbooks', [
  {
    id: 'freshbooks-token',
    title: 'FreshBooks API token or client secret',
    impact: "Reads and changes the company's invoices.",
    reference: 'https://www.freshbooks.com/api/authentication',
    remediation: 'Reset the secret in FreshBooks under Developer portal.',
    keywords: ['freshbooks'],
    value: /[0-9a-f]{64}|[0-9a-f]{32}|(?=[A-Za-z]{0,63}[0-9])[A-Za-z0-9]{64}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['FRESHBOOKS_API_KEY={hex:64}', 'freshbooks.token: "{hex:64}"'],
      noMatch: ['FRESHBOOKS_KEY={hex:8}'],
    },
  },
]);
