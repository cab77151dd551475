import { defineRules } from './define.js';

export const rules = defineRules('asaas', [
  {
    id: 'asaas-api-key',
    title: 'Asaas API key',
    impact: 'Charges customers and moves money of the account.',
    reference: 'https://docs.asaas.com/docs/authentication-2',
    remediation: 'Disable the key in Asaas under Integrations.',
    severity: 'critical',
    keywords: ['$aact_prod_', '$aact_hmlg_'],
    pattern: /(?<![A-Za-z0-9])(?<secret>\$aact_(?:prod|hmlg)_[A-Za-z0-9:+/=_-]{24,250})/,
    minEntropy: 3.8,
    examples: {
      match: ['ASAAS_API_KEY=$aact_prod_{base64:160}'],
      noMatch: ['ASAAS_API_KEY=$aact_prod_short'],
    },
  },
]);
