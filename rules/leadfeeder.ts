import { defineRules } from './define.js';

export const rules = defineRules('leadfeeder', [
  {
    id: 'leadfeeder-api-token',
    title: 'Leadfeeder API token',
    impact: "Reads who visits the account's sites.",
    reference: 'https://docs.leadfeeder.com/api/',
    remediation: "Delete it in Leadfeeder's personal settings under API tokens.",
    severity: 'medium',
    keywords: ['leadfeeder'],
    value: /(?=[A-Za-z]{0,42}[0-9])[A-Za-z0-9]{43}/,
    minEntropy: 3.3,
    examples: { match: ['LEADFEEDER_API_TOKEN={alnum:43}', "'leadfeeder_api_token': '{alnum:43}'"] },
  },
]);
