import { defineRules } from './define.js';

export const rules = defineRules('paystack', [
  {
    id: 'paystack-secret-key',
    title: 'Paystack secret key',
    impact: "Takes payments, and pays out, from the merchant's account.",
    reference: 'https://paystack.com/docs/api/authentication/',
    remediation: 'Generate a new key at https://dashboard.paystack.com/#/settings/developers.',
    severity: 'critical',
    keywords: ['sk_live_', 'sk_test_'],
    pattern: /(?<![A-Za-z0-9])(?<secret>sk_(?:live|test)_[0-9a-f]{40})(?![A-Za-z0-9_])/,
    minEntropy: 3,
    examples: { match: ['PAYSTACK_SECRET_KEY=sk_live_{hex:40}'] },
  },
]);
