import { defineRules } from './define.js';

export const rules = defineRules('xai', [
  {
    id: 'xai-api-key',
    title: 'xAI API key',
    impact: "Uses the models at the account's cost.",
    reference: 'https://docs.x.ai/docs/overview',
    remediation: 'Delete it at https://console.x.ai.',
    keywords: ['xai-'],
    pattern: /\b(?<secret>xai-(?:token-)?[A-Za-z0-9_-]{70,120})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['XAI_API_KEY=xai-{alnum:80}'] },
  },
]);
