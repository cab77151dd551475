import { defineRules } from './define.js';

export const rules = defineRules('hackclub', [
  {
    id: 'hackclub-api-key',
    title: 'Hack Club AI proxy key',
    impact: "Runs models at the owner's quota.",
    reference: 'https://docs.ai.hackclub.com/',
    remediation: 'Delete the key in the Hack Club AI dashboard.',
    severity: 'low',
    keywords: ['sk-hc-v1-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>sk-hc-v1-[0-9a-f]{64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['HACKCLUB_TOKEN=sk-hc-v1-{hex:64}', 'key: "sk-hc-v1-{hex:64}"'],
      noMatch: ['sk-hc-v1-{hex:32}'],
    },
  },
]);
