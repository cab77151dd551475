import { defineRules } from './define.js';

export const rules = defineRules('finicity', [
  {
    id: 'finicity-token',
    title: 'Finicity API token or secret',
    impact: "Reads the bank data of the partner's customers.",
    reference: 'https://developer.mastercard.com/open-finance-us/documentation/',
    remediation: 'Rotate the secret in the Mastercard open finance dashboard.',
    keywords: ['finicity'],
    value: /[0-9a-f]{32}|(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{20}/,
    assigned: true,
    minEntropy: 3.1,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['FINICITY_API_KEY={hex:32}', 'finicity.token: "{hex:32}"'],
      noMatch: ['FINICITY_API_KEY={hex:16}'],
    },
  },
]);
