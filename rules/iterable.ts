import { defineRules } from './define.js';

export const rules = defineRules('iterable', [
  {
    id: 'iterable-api-key',
    title: 'Iterable API key',
    impact: 'Reads and changes users and sends messages to them.',
    reference: 'https://support.iterable.com/hc/en-us/articles/360043464871-API-Keys',
    remediation: 'Delete the key in Iterable under Integrations, API keys.',
    keywords: ['iterable_', 'iterable-', 'iterable.', 'iterableapi', 'iterable api', 'iterablekey'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32,36}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['ITERABLE_API_KEY={hex:32}', 'iterable_token: "{hex:32}"'],
      noMatch: ['ITERABLE_API_KEY={hex:16}'],
    },
  },
]);
