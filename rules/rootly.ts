import { defineRules } from './define.js';

export const rules = defineRules('rootly', [
  {
    id: 'rootly-api-key',
    title: 'Rootly API key',
    impact: 'Reads and changes incidents of the organization.',
    reference: 'https://docs.rootly.com/api-reference/overview',
    remediation: 'Delete it in Rootly under Organization settings > API keys.',
    keywords: ['rootly_'],
    pattern: /\b(?<secret>rootly_[0-9a-f]{64})\b/,
    minEntropy: 3,
    examples: { match: ['ROOTLY_API_KEY=rootly_{hex:64}'] },
  },
]);
