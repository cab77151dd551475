import { defineRules } from './define.js';

export const rules = defineRules('heartland', [
  {
    id: 'heartland-secret-api-key',
    title: 'Heartland secret API key',
    impact: 'Charges cards for the merchant.',
    reference: 'https://developer.heartlandpaymentsystems.com/docs/index/authentication',
    remediation: 'Generate a new key in the Heartland portal.',
    keywords: ['skapi_cert_', 'skapi_prod_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>skapi_(?:cert|prod)_[A-Za-z0-9_-]{30,48})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['secretApiKey: skapi_cert_{alnum:35}'], noMatch: ['skapi_cert_{alnum:8}'] },
  },
]);
