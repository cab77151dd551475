import { defineRules } from './define.js';

export const rules = defineRules('surge', [
  {
    id: 'surge-api-key',
    title: 'Surge API key',
    impact: "Sends messages at the account's cost.",
    reference: 'https://docs.surge.app',
    remediation: "Delete it in Surge's dashboard.",
    keywords: ['surge_', 'surge.app'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['SURGE_API_KEY={hex:32}', "'surge_api_key': '{hex:32}'"] },
  },
]);
