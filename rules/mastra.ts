import { defineRules } from './define.js';

export const rules = defineRules('mastra', [
  {
    id: 'mastra-api-key',
    title: 'Mastra API key',
    impact: "Uses the platform at the account's cost.",
    reference: 'https://mastra.ai/docs',
    remediation: 'Revoke it in the settings of the Mastra platform.',
    keywords: ['mastra'],
    value: /msk_[A-Za-z0-9_-]{20,80}/,
    minEntropy: 3.3,
    examples: { match: ['MASTRA_API_KEY=msk_{alnum:32}'] },
  },
]);
