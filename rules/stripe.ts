import { defineRules } from './define.js';

export const rules = defineRules('stripe', [
  {
    id: 'stripe-live-secret-key',
    title: 'Stripe live secret key',
    impact: 'Reads customers and moves money on the live account.',
    reference: 'https://docs.stripe.com/keys',
    remediation: 'Roll the key at https://dashboard.stripe.com/apikeys.',
    severity: 'critical',
    keywords: ['sk_live_', 'rk_live_'],
    pattern: /\b(?<secret>[sr]k_live_[A-Za-z0-9]{24,247})\b/,
    minEntropy: 3,
    examples: {
      match: ['STRIPE_KEY=sk_live_{alnum:24}', 'stripe.api_key = "rk_live_{alnum:99}"'],
      noMatch: ['sk_live_xxxxxxxxxxxxxxxxxxxxxxxx', 'sk_live_{alnum:12}'],
    },
  },
]);
