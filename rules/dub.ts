import { defineRules } from './define.js';

export const rules = defineRules('dub', [
  {
    id: 'dub-api-key',
    title: 'Dub API key',
    impact: "Changes the workspace's links and reads their clicks.",
    reference: 'https://dub.co/docs/api-reference/tokens',
    remediation: 'Delete the key in Dub under Settings, API keys.',
    severity: 'medium',
    keywords: ['dub_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>dub_[A-Za-z0-9]{24})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: { match: ['DUB_TOKEN=dub_{alnum:24}', 'key: "dub_{alnum:24}"'], noMatch: ['dub_{alnum:12}'] },
  },
]);
