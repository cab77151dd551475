import { defineRules } from './define.js';

export const rules = defineRules('mistral', [
  {
    id: 'mistral-api-key',
    title: 'Mistral AI API key',
    impact: "Uses models at the account's cost.",
    reference: 'https://docs.mistral.ai/getting-started/quickstart/',
    remediation: 'Delete it at https://console.mistral.ai/api-keys.',
    keywords: ['mistral'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['MISTRAL_API_KEY={alnum:32}', "'mistral_api_key': '{alnum:32}'"] },
  },
]);
