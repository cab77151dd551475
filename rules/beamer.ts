import { defineRules } from './define.js';

export const rules = defineRules('beamer', [
  {
    id: 'beamer-api-key',
    title: 'Beamer API key',
    impact: "Posts announcements and reads the product's subscribers.",
    reference: 'https://www.getbeamer.com/api',
    remediation: 'Reset the key under Settings, API.',
    severity: 'medium',
    keywords: ['beamer'],
    value: /b_[A-Za-z0-9=_-]{44}/,
    minEntropy: 3.6,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['BEAMER_API_KEY=b_{alnum:44}', 'beamer.token: "b_{alnum:44}"'],
      noMatch: ['BEAMER_API_KEY=b_{alnum:22}'],
    },
  },
]);
