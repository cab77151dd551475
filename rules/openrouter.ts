import { defineRules } from './define.js';

export const rules = defineRules('openrouter', [
  {
    id: 'openrouter-api-key',
    title: 'OpenRouter API key',
    impact: "Uses models of every provider at the account's cost.",
    reference: 'https://openrouter.ai/docs/api-reference/authentication',
    remediation: 'Delete it at https://openrouter.ai/settings/keys.',
    keywords: ['sk-or-'],
    pattern: /\b(?<secret>sk-or-v1-[0-9a-f]{64})\b/,
    minEntropy: 3,
    examples: { match: ['OPENROUTER_API_KEY=sk-or-v1-{hex:64}'] },
  },
]);
