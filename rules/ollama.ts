import { defineRules } from './define.js';

export const rules = defineRules('ollama', [
  {
    id: 'ollama-api-key',
    title: 'Ollama cloud API key',
    impact: "Uses models at the account's cost.",
    reference: 'https://docs.ollama.com/cloud',
    remediation: 'Delete it at https://ollama.com/settings/keys.',
    keywords: ['ollama'],
    value: /[0-9a-f]{32}\.[A-Za-z0-9_-]{20,28}/,
    minEntropy: 3.8,
    examples: { match: ['OLLAMA_API_KEY={hex:32}.{base64url:24}'] },
  },
]);
