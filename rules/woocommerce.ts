import { defineRules } from './define.js';

export const rules = defineRules('woocommerce', [
  {
    id: 'woocommerce-api-secret',
    title: 'WooCommerce consumer secret',
    impact: 'Reads orders and customers, and changes products, of the shop.',
    reference: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
    remediation: 'Revoke it under WooCommerce > Settings > Advanced > REST API.',
    severity: 'critical',
    keywords: ['cs_'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>cs_[0-9a-f]{40})(?![A-Za-z0-9_])/,
    minEntropy: 3,
    companions: [{ name: 'consumer key', pattern: /\b(?<value>ck_[0-9a-f]{40})\b/, within: 256 }],
    examples: { match: ['consumer_secret: "cs_{hex:40}"'] },
  },
  {
    id: 'woocommerce-api-key',
    title: 'WooCommerce consumer key',
    impact: 'Names a key; with its secret reads orders and changes the shop.',
    reference: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
    remediation: 'Revoke it under WooCommerce > Settings > Advanced > REST API.',
    severity: 'low',
    keywords: ['ck_'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>ck_[0-9a-f]{40})(?![A-Za-z0-9_])/,
    minEntropy: 3,
    examples: { match: ['consumer_key: "ck_{hex:40}"'] },
  },
]);
