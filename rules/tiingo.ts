import { defineRules } from './define.js';

export const rules = defineRules('tiingo', [
  {
    id: 'tiingo-api-token',
    title: 'Tiingo API token',
    impact: "Reads market data at the account's cost.",
    reference: 'https://www.tiingo.com/documentation/general/connecting',
    remediation: 'Replace it at https://www.tiingo.com/account/api/token.',
    severity: 'low',
    keywords: ['tiingo'],
    value: /[0-9a-f]{40}/,
    minEntropy: 3,
    examples: { match: ['TIINGO_API_TOKEN={hex:40}', "'tiingo_api_token': '{hex:40}'"] },
  },
]);
