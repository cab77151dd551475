import { defineRules } from './define.js';

export const rules = defineRules('ebay', [
  {
    id: 'ebay-client-secret',
    title: 'eBay client secret',
    impact: "Signs in as the application: reads and changes its sellers' listings and orders.",
    reference: 'https://developer.ebay.com/api-docs/static/oauth-credentials.html',
    remediation: 'Rotate the cert id in the eBay developer account.',
    keywords: ['prd-', 'sbx-'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>(?:PRD|SBX)-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}|(?:PRD|SBX)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{8})(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: {
      match: [
        'EBAY_CLIENT_SECRET=PRD-{hex:12}-{hex:4}-{hex:4}-{hex:4}-{hex:4}',
        'EBAY_CERT_ID=PRD-{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:8}',
      ],
      noMatch: ['PRD-{hex:8}-{hex:4}'],
    },
  },
]);
