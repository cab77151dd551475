import { defineRules } from './define.js';

export const rules = defineRules('diffbot', [
  {
    id: 'diffbot-token',
    title: 'Diffbot token',
    impact: "Crawls at the owner's cost.",
    reference: 'https://docs.diffbot.com/reference/authentication',
    remediation: "Ask Diffbot's support for a new token.",
    severity: 'medium',
    keywords: ['diffbot'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['DIFFBOT_API_KEY={hex:32}', 'diffbot.token: "{hex:32}"'],
      noMatch: ['DIFFBOT_API_KEY={hex:16}'],
    },
  },
]);
