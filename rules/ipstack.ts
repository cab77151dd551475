import { defineRules } from './define.js';

export const rules = defineRules('ipstack', [
  {
    id: 'ipstack-api-key',
    title: 'Ipstack API key',
    impact: "Queries addresses at the owner's cost.",
    reference: 'https://ipstack.com/documentation',
    remediation: 'Reset the key at https://ipstack.com/dashboard.',
    severity: 'low',
    keywords: ['ipstack'],
    value: /[0-9a-fA-F]{32}/,
    assigned: true,
    minEntropy: 3.1,
    examples: {
      match: ['IPSTACK_API_KEY={hex:32}', 'ipstack.token: "{hex:32}"'],
      noMatch: ['IPSTACK_API_KEY={hex:16}'],
    },
  },
]);
