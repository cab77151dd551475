import { defineRules } from './define.js';

export const rules = defineRules('marketstack', [
  {
    id: 'marketstack-access-key',
    title: 'marketstack access key',
    impact: "Reads market data at the account's cost.",
    reference: 'https://marketstack.com/documentation',
    remediation: 'Reset it at https://marketstack.com/dashboard.',
    severity: 'low',
    keywords: ['marketstack'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['MARKETSTACK_ACCESS_KEY={loweralnum:32}', "'marketstack_access_key': '{loweralnum:32}'"],
    },
  },
]);
