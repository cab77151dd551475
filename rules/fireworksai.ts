import { defineRules } from './define.js';

export const rules = defineRules('fireworksai', [
  {
    id: 'fireworks-api-key',
    title: 'Fireworks AI API key',
    impact: "Runs models at the owner's cost.",
    reference: 'https://docs.fireworks.ai/api-reference/introduction',
    remediation: 'Delete the key in Fireworks under API keys.',
    keywords: ['fireworks', 'fw_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>fw_[A-Za-z0-9]{22,24})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: { match: ['FIREWORKS_API_KEY=fw_{alnum:24}'], noMatch: ['fw_{alnum:8}'] },
  },
]);
