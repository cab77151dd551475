import { defineRules } from './define.js';

export const rules = defineRules('exaai', [
  {
    id: 'exaai-api-key',
    title: 'Exa API key',
    impact: "Searches at the owner's cost.",
    reference: 'https://docs.exa.ai/reference/getting-started',
    remediation: 'Delete the key at https://dashboard.exa.ai/api-keys.',
    keywords: ['exa_api', 'exa-api', 'exa.ai', 'exa_key', 'exaapi', 'exa api', 'exa key'],
    value: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['EXA_API_API_KEY={uuid}', 'exa_api_token: "{uuid}"'],
      noMatch: ['EXA_API_API_KEY={hex:16}'],
    },
  },
]);
