import { defineRules } from './define.js';

export const rules = defineRules('aviationstack', [
  {
    id: 'aviationstack-api-key',
    title: 'aviationstack API key',
    impact: "Queries flight data at the owner's cost.",
    reference: 'https://aviationstack.com/documentation',
    remediation: 'Reset the key at https://aviationstack.com/dashboard.',
    severity: 'low',
    keywords: ['aviationstack'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: {
      match: ['AVIATIONSTACK_API_KEY={hex:32}', 'aviationstack.token: "{hex:32}"'],
      noMatch: ['AVIATIONSTACK_API_KEY={hex:16}'],
    },
  },
]);
