import { defineRules } from './define.js';

export const rules = defineRules('kimi', [
  {
    id: 'kimi-api-key',
    title: 'Moonshot Kimi API key',
    impact: "Runs models at the owner's cost.",
    reference: 'https://platform.moonshot.ai/docs/guide/start-using-kimi-api',
    remediation: 'Delete the key in the Moonshot console.',
    keywords: ['kimi', 'moonshot'],
    value: /sk-(?:kimi-)?[A-Za-z0-9]{48,64}/,
    minEntropy: 3.8,
    examples: {
      match: ['KIMI_API_KEY=sk-{alnum:48}', 'kimi.token: "sk-{alnum:48}"'],
      noMatch: ['KIMI_API_KEY=sk-{alnum:24}'],
    },
  },
]);
