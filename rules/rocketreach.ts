import { defineRules } from './define.js';

export const rules = defineRules('rocketreach', [
  {
    id: 'rocketreach-api-key',
    title: 'RocketReach API key',
    impact: "Looks up people at the account's cost.",
    reference: 'https://rocketreach.co/api',
    remediation: 'Replace it at https://rocketreach.co/account.',
    severity: 'medium',
    keywords: ['rocketreach'],
    value: /[0-9a-z]{7,8}k?[0-9a-z-]{28,34}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['ROCKETREACH_KEY={loweralnum:7}k{loweralnum:31}'] },
  },
]);
