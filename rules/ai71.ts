import { defineRules } from './define.js';

export const rules = defineRules('ai71', [
  {
    id: 'ai71-api-key',
    title: 'AI71 API key',
    impact: "Runs models at the owner's cost.",
    reference: 'https://marketplace.ai71.ai/docs',
    remediation: 'Delete the key in the AI71 console.',
    keywords: ['ai71-api-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>ai71-api-[0-9a-f-]{36})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['AI71_TOKEN=ai71-api-{uuid}', 'key: "ai71-api-{uuid}"'],
      noMatch: ['ai71-api-{hex:8}'],
    },
  },
]);
