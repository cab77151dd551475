import { defineRules } from './define.js';

export const rules = defineRules('clearbit', [
  {
    id: 'clearbit-api-key',
    title: 'Clearbit API key',
    impact: "Looks up people and companies at the owner's cost.",
    reference: 'https://dashboard.clearbit.com/docs#authentication',
    remediation: 'Reset the key in Clearbit under API.',
    severity: 'medium',
    keywords: ['clearbit'],
    value: /sk_[0-9a-z]{32}|[0-9a-z_]{35}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['CLEARBIT_API_KEY=sk_{hex:32}', 'clearbit.token: "sk_{hex:32}"'],
      noMatch: ['CLEARBIT_API_KEY=sk_{hex:16}'],
    },
  },
]);
