import { defineRules } from './define.js';

export const rules = defineRules('gamma', [
  {
    id: 'gamma-api-key',
    title: 'Gamma API key',
    impact: "Makes presentations at the owner's cost.",
    reference: 'https://developers.gamma.app/docs/getting-started',
    remediation: 'Delete the key in Gamma under Settings, API keys.',
    severity: 'medium',
    keywords: ['sk-gamma-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>sk-gamma-[A-Za-z0-9]{40,48})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['GAMMA_TOKEN=sk-gamma-{alnum:43}', 'key: "sk-gamma-{alnum:43}"'],
      noMatch: ['sk-gamma-{alnum:21}'],
    },
  },
]);
