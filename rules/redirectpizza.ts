import { defineRules } from './define.js';

export const rules = defineRules('redirectpizza', [
  {
    id: 'redirectpizza-api-token',
    title: 'redirect.pizza API token',
    impact: "Changes where the account's addresses lead.",
    reference: 'https://redirect.pizza/docs',
    remediation: 'Delete it at https://redirect.pizza/api.',
    severity: 'medium',
    keywords: ['redirect.pizza', 'redirectpizza', 'redirect_pizza'],
    value: /rpa_[a-z0-9]{20,60}/,
    minEntropy: 3.3,
    examples: { match: ['REDIRECTPIZZA_TOKEN=rpa_{loweralnum:40}'] },
  },
]);
