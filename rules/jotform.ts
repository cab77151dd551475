import { defineRules } from './define.js';

export const rules = defineRules('jotform', [
  {
    id: 'jotform-api-key',
    title: 'Jotform API key',
    impact: "Reads and changes the account's forms and submissions.",
    reference: 'https://api.jotform.com/docs/#authentication',
    remediation: 'Delete the key at https://www.jotform.com/myaccount/api.',
    keywords: ['jotform'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['JOTFORM_API_KEY={hex:32}', 'jotform.token: "{hex:32}"'],
      noMatch: ['JOTFORM_API_KEY={hex:16}'],
    },
  },
]);
