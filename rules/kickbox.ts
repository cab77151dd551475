import { defineRules } from './define.js';

export const rules = defineRules('kickbox', [
  {
    id: 'kickbox-api-key',
    title: 'Kickbox API key',
    impact: "Verifies addresses at the owner's cost.",
    reference: 'https://docs.kickbox.com/docs/using-the-api',
    remediation: 'Disable the key in the Kickbox dashboard.',
    severity: 'low',
    keywords: ['kickbox'],
    value: /(?:live|test)_[0-9a-f]{64}|(?=[A-Za-z_]{0,80}[0-9])[A-Za-z0-9_]{69}/,
    minEntropy: 3.3,
    examples: {
      match: ['KICKBOX_API_KEY=live_{hex:64}', 'kickbox.token: "live_{hex:64}"'],
      noMatch: ['KICKBOX_API_KEY=live_{hex:32}'],
    },
  },
]);
