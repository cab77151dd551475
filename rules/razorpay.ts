import { defineRules } from './define.js';

export const rules = defineRules('razorpay', [
  {
    id: 'razorpay-key-secret',
    title: 'Razorpay key secret',
    impact: 'Takes and refunds payments of the merchant.',
    reference: 'https://razorpay.com/docs/api/authentication/',
    remediation: 'Regenerate it at https://dashboard.razorpay.com/app/website-app-settings/api-keys.',
    severity: 'critical',
    keywords: ['rzp_live_', 'rzp_test_'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>(?=[A-Za-z]{0,23}[0-9])(?=[a-z0-9]{0,23}[A-Z])[A-Za-z0-9]{24})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
    minEntropy: 3.8,
    companions: [
      {
        name: 'key id',
        pattern: /\b(?<value>rzp_(?:live|test)_[A-Za-z0-9]{14})\b/,
        within: 128,
        required: true,
      },
    ],
    examples: { match: ['RAZORPAY_KEY_ID=rzp_live_{alnum:14}\nRAZORPAY_KEY_SECRET={alnum:24}'] },
  },
  {
    id: 'razorpay-key-id',
    title: 'Razorpay key id',
    impact: 'Names a key; with its secret it takes and refunds payments.',
    reference: 'https://razorpay.com/docs/api/authentication/',
    remediation: 'Regenerate it at https://dashboard.razorpay.com/app/website-app-settings/api-keys.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['rzp_live_', 'rzp_test_'],
    pattern: /\b(?<secret>rzp_(?:live|test)_[A-Za-z0-9]{14})\b/,
    minEntropy: 3,
    examples: { match: ['key_id: "rzp_live_{alnum:14}"'] },
  },
]);
