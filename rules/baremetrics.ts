import { defineRules } from './define.js';

export const rules = defineRules('baremetrics', [
  {
    id: 'baremetrics-api-key',
    title: 'Baremetrics API key',
    impact: "Reads the company's revenue and customers.",
    reference: 'https://developers.baremetrics.com/reference/authentication',
    remediation: 'Reset the key under Settings, API.',
    keywords: ['baremetrics'],
    value: /[ls]k_[A-Za-z0-9]{20,40}|(?=[A-Za-z_]{0,24}[0-9])[A-Za-z0-9_]{22,25}/,
    assigned: true,
    minEntropy: 3.3,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['BAREMETRICS_API_KEY=lk_{alnum:20}', 'baremetrics.token: "lk_{alnum:20}"'],
      noMatch: ['BAREMETRICS_API_KEY=lk_{alnum:10}'],
    },
  },
]);
