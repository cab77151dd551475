import { defineRules } from './define.js';

export const rules = defineRules('rechargepayments', [
  {
    id: 'rechargepayments-api-token',
    title: 'Recharge API token',
    impact: 'Reads customers and changes their subscriptions.',
    reference: 'https://developer.rechargepayments.com/2021-11/authentication',
    remediation: 'Delete it in Recharge under Integrations > API tokens.',
    severity: 'critical',
    keywords: [
      'recharge',
      'sk_1x1',
      'sk_test_1x1',
      'sk_2x2',
      'sk_test_2x2',
      'sk_3x3',
      'sk_test_3x3',
      'sk_5x5',
    ],
    pattern:
      /(?<![A-Za-z0-9])(?<secret>sk_(?:test_)?(?:1x1|2x2|3x3|5x5|10x10)_[0-9A-Fa-f]{64})(?![A-Za-z0-9])/,
    minEntropy: 3,
    examples: { match: ['recharge: sk_test_3x3_{hex:64}'] },
  },
]);
