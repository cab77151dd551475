import { defineRules } from './define.js';

export const rules = defineRules('readme', [
  {
    id: 'readme-api-key',
    title: 'ReadMe API key',
    impact: 'Changes the published documentation.',
    reference: 'https://docs.readme.com/main/reference/intro/authentication',
    remediation: 'Delete it at https://dash.readme.com under Configuration > API keys.',
    severity: 'medium',
    keywords: ['rdme_'],
    pattern: /\b(?<secret>rdme_[a-z0-9]{70,72})\b/,
    minEntropy: 3.3,
    examples: { match: ['README_API_KEY=rdme_{loweralnum:70}'] },
  },
]);
