import { defineRules } from './define.js';

export const rules = defineRules('taxjar', [
  {
    id: 'taxjar-api-token',
    title: 'TaxJar API token',
    impact: 'Reads and changes transactions of the account.',
    reference: 'https://developers.taxjar.com/api/guides/#authentication',
    remediation: 'Regenerate it at https://app.taxjar.com/account#api-access.',
    keywords: ['taxjar'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['TAXJAR_API_TOKEN={hex:32}', "'taxjar_api_token': '{hex:32}'"] },
  },
]);
