import { defineRules } from './define.js';

export const rules = defineRules('jina', [
  {
    id: 'jina-api-key',
    title: 'Jina API key',
    impact: "Runs models at the owner's cost.",
    reference: 'https://jina.ai/api-dashboard/',
    remediation: 'Delete the key in the Jina API dashboard.',
    keywords: ['jina_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>jina_[A-Za-z0-9_-]{60})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['JINA_TOKEN=jina_{alnum:60}', 'key: "jina_{alnum:60}"'],
      noMatch: ['jina_{alnum:30}'],
    },
  },
]);
