import { defineRules } from './define.js';

export const rules = defineRules('clockwork', [
  {
    id: 'clockwork-api-key',
    title: 'Clockwork API key',
    impact: "Sends text messages at the owner's cost.",
    reference: 'https://www.clockworksms.com/doc/',
    remediation: 'Delete the key in the Clockwork account.',
    severity: 'medium',
    keywords: ['clockwork'],
    value: /[0-9a-f]{24,40}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['CLOCKWORK_API_KEY={hex:40}', 'clockwork.token: "{hex:40}"'],
      noMatch: ['CLOCKWORK_API_KEY={hex:20}'],
    },
  },
]);
