import { defineRules } from './define.js';

export const rules = defineRules('civo', [
  {
    id: 'civo-api-key',
    title: 'Civo API key',
    impact: "Makes and deletes the account's clusters and machines.",
    reference: 'https://www.civo.com/api',
    remediation: 'Regenerate the key in the Civo dashboard under Security.',
    keywords: ['civo_', 'civo-', 'civo.com', 'civoapi', 'civotoken', 'civo token', 'civo api', 'civo key'],
    value: /(?=[A-Za-z]{0,49}[0-9])[A-Za-z0-9]{50}/,
    assigned: true,
    minEntropy: 3.5,
    examples: {
      match: ['CIVO_API_KEY={alnum:50}', 'civo_token: "{alnum:50}"'],
      noMatch: ['CIVO_API_KEY={alnum:24}'],
    },
  },
]);
