import { defineRules } from './define.js';

export const rules = defineRules('snipcart', [
  {
    id: 'snipcart-api-key',
    title: 'Snipcart secret API key',
    impact: 'Reads orders and customers of the shop.',
    reference: 'https://docs.snipcart.com/v3/api-reference/authentication',
    remediation: 'Delete it at https://app.snipcart.com/dashboard/account/credentials.',
    severity: 'critical',
    keywords: ['snipcart'],
    value: /(?=[A-Za-z]{0,74}[0-9])[A-Za-z0-9]{75}/,
    minEntropy: 3.3,
    examples: { match: ['SNIPCART_SECRET_KEY={alnum:75}', "'snipcart_secret_key': '{alnum:75}'"] },
  },
]);
