import { defineRules } from './define.js';

export const rules = defineRules('shopify', [
  {
    id: 'shopify-access-token',
    title: 'Shopify access token',
    impact: 'Reads and changes orders, customers and products of the shop.',
    reference: 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens',
    remediation: "Uninstall or rotate it in the app's settings at https://partners.shopify.com.",
    severity: 'critical',
    keywords: ['shpat_', 'shpca_', 'shppa_', 'shpua_', 'shptka_', 'shprt_'],
    pattern: /\b(?<secret>shp(?:at|ca|pa|ua|tka|rt)_[A-Za-z0-9]{32,64})\b/,
    minEntropy: 3,
    companions: [
      {
        name: 'shop',
        pattern: /(?<![A-Za-z0-9-])(?<value>[a-z0-9][a-z0-9-]{1,60}\.myshopify\.com)(?![A-Za-z0-9.-])/,
        within: 512,
      },
    ],
    examples: { match: ['SHOPIFY_ACCESS_TOKEN=shpat_{hex:32}', 'shpca_{hex:32}', 'shptka_{hex:32}'] },
  },
  {
    id: 'shopify-shared-secret',
    title: 'Shopify app shared secret',
    impact: 'Forges webhooks and gets tokens as the app, for every shop that installed it.',
    reference: 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens',
    remediation: "Uninstall or rotate it in the app's settings at https://partners.shopify.com.",
    severity: 'critical',
    keywords: ['shpss_'],
    pattern: /\b(?<secret>shpss_[A-Za-z0-9]{32,64})\b/,
    minEntropy: 3,
    companions: [
      {
        name: 'shop',
        pattern: /(?<![A-Za-z0-9-])(?<value>[a-z0-9][a-z0-9-]{1,60}\.myshopify\.com)(?![A-Za-z0-9.-])/,
        within: 512,
      },
    ],
    examples: { match: ['SHOPIFY_API_SECRET=shpss_{hex:32}'] },
  },
]);
