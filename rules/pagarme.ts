import { defineRules } from './define.js';

export const rules = defineRules('pagarme', [
  {
    id: 'pagarme-api-key',
    title: 'Pagar.me API key',
    impact: 'Takes and refunds payments of the merchant.',
    reference: 'https://docs.pagar.me/reference/autentica%C3%A7%C3%A3o-2',
    remediation: 'Replace it in the dashboard under Settings > Keys.',
    severity: 'critical',
    keywords: ['ak_live_', 'ak_test_'],
    pattern: /(?<![A-Za-z0-9])(?<secret>ak_(?:live|test)_[A-Za-z0-9]{30})(?![A-Za-z0-9_])/,
    minEntropy: 3.5,
    examples: { match: ['PAGARME_KEY=ak_live_{alnum:30}'] },
  },
]);
