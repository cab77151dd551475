import { defineRules } from './define.js';

export const rules = defineRules('formsite', [
  {
    id: 'formsite-api-token',
    title: 'Formsite API token',
    impact: "Reads the account's forms and results.",
    reference: 'https://support.formsite.com/hc/en-us/articles/360000288594',
    remediation: 'Delete the token in Formsite under User settings, API.',
    severity: 'medium',
    keywords: ['formsite'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    minEntropy: 3.6,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['FORMSITE_API_KEY={alnum:32}', 'formsite.token: "{alnum:32}"'],
      noMatch: ['FORMSITE_API_KEY={alnum:16}'],
    },
  },
]);
