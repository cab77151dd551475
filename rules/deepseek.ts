import { defineRules } from './define.js';

export const rules = defineRules('deepseek', [
  {
    id: 'deepseek-api-key',
    title: 'DeepSeek API key',
    impact: "Runs models at the owner's cost.",
    reference: 'https://api-docs.deepseek.com/',
    remediation: 'Delete the key at https://platform.deepseek.com/api_keys.',
    keywords: ['deepseek'],
    value: /sk-[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: {
      match: ['DEEPSEEK_API_KEY=sk-{hex:32}', 'deepseek.token: "sk-{hex:32}"'],
      noMatch: ['DEEPSEEK_API_KEY=sk-{hex:16}'],
    },
  },
]);
