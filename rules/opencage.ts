import { defineRules } from './define.js';

export const rules = defineRules('opencage', [
  {
    id: 'opencage-api-key',
    title: 'OpenCage API key',
    impact: "Looks up places at the account's cost.",
    reference: 'https://opencagedata.com/api#authentication',
    remediation: 'Delete it at https://opencagedata.com/dashboard.',
    severity: 'low',
    keywords: ['opencage'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['OPENCAGE_API_KEY={hex:32}', "'opencage_api_key': '{hex:32}'"] },
  },
]);
