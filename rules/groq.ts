import { defineRules } from './define.js';

export const rules = defineRules('groq', [
  {
    id: 'groq-api-key',
    title: 'Groq API key',
    impact: "Runs models at the owner's cost.",
    reference: 'https://console.groq.com/docs/quickstart',
    remediation: 'Delete the key at https://console.groq.com/keys.',
    keywords: ['gsk_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>gsk_[A-Za-z0-9]{52})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['GROQ_TOKEN=gsk_{alnum:52}', 'key: "gsk_{alnum:52}"'], noMatch: ['gsk_{alnum:26}'] },
  },
]);
