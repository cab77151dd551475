import { defineRules } from './define.js';

export const rules = defineRules('vastai', [
  {
    id: 'vastai-api-key',
    title: 'Vast.ai API key',
    impact: "Rents machines at the owner's cost and enters those that run.",
    reference: 'https://docs.vast.ai/api-reference/authentication',
    remediation: 'Delete the key at https://cloud.vast.ai/manage-keys/.',
    keywords: ['vast_', 'vast.ai', 'vastai', 'vast-ai', 'vast api'],
    value: /[0-9a-f]{64}/,
    assigned: true,
    minEntropy: 3.3,
    examples: {
      match: ['VAST_API_KEY={hex:64}', 'vast_token: "{hex:64}"'],
      noMatch: ['VAST_API_KEY={hex:32}'],
    },
  },
]);
