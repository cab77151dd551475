import { defineRules } from './define.js';

export const rules = defineRules('travelpayouts', [
  {
    id: 'travelpayouts-api-token',
    title: 'Travelpayouts API token',
    impact: "Reads the account's statistics.",
    reference: 'https://support.travelpayouts.com/hc/en-us/articles/203956083',
    remediation: 'Replace it at https://www.travelpayouts.com/programs/100/tools/api.',
    severity: 'low',
    keywords: ['travelpayouts'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['TRAVELPAYOUTS_API_TOKEN={hex:32}', "'travelpayouts_api_token': '{hex:32}'"] },
  },
]);
