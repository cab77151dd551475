import { defineRules } from './define.js';

export const rules = defineRules('tavus', [
  {
    id: 'tavus-api-key',
    title: 'Tavus API key',
    impact: "Makes videos at the account's cost.",
    reference: 'https://docs.tavus.io',
    remediation: 'Delete it at https://platform.tavus.io/api-keys.',
    severity: 'medium',
    keywords: ['tavus'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['TAVUS_API_KEY={hex:32}', "'tavus_api_key': '{hex:32}'"] },
  },
]);
