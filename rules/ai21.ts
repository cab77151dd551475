import { defineRules } from './define.js';

export const rules = defineRules('ai21', [
  {
    id: 'ai21-api-key',
    title: 'AI21 API key',
    impact: "Runs models at the owner's cost.",
    reference: 'https://docs.ai21.com/reference/authentication',
    remediation: 'Delete the key in AI21 Studio under API keys.',
    keywords: ['ai21'],
    value: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['AI21_API_KEY={uuid}', 'ai21_token: "{uuid}"'],
      noMatch: ['AI21_API_KEY={hex:16}'],
    },
  },
]);
