import { defineRules } from './define.js';

export const rules = defineRules('checkout', [
  {
    id: 'checkout-secret-key',
    title: 'Checkout.com secret key',
    impact: 'Takes payments and refunds for the merchant.',
    reference: 'https://www.checkout.com/docs/developer-resources/api/manage-api-keys',
    remediation: 'Revoke the key in the Checkout.com dashboard under Developers, Keys.',
    severity: 'critical',
    keywords: ['checkout', 'cko_', 'cko-'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>sk_(?:test_|sbox_)?(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[a-z2-7]{26}[a-z2-7*#$=!]))(?![A-Za-z0-9_-])/,
    minEntropy: 3.2,
    examples: {
      match: ['CHECKOUT_SECRET_KEY=sk_{uuid}', 'checkout: "sk_sbox_{loweralnum32:27}"'],
      noMatch: ['checkout: sk_{hex:12}'],
    },
  },
]);
