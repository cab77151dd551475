import { defineRules } from './define.js';

export const rules = defineRules('mailmodo', [
  {
    id: 'mailmodo-api-key',
    title: 'Mailmodo API key',
    impact: 'Starts campaigns of the account.',
    reference: 'https://www.mailmodo.com/developers/',
    remediation: "Delete it in Mailmodo's settings under API keys.",
    keywords: ['mailmodo'],
    value: /[A-Z0-9]{7}-[A-Z0-9]{7}-[A-Z0-9]{7}-[A-Z0-9]{7}/,
    minEntropy: 3,
    examples: { match: ['MAILMODO_API_KEY={upperalnum:7}-{upperalnum:7}-{upperalnum:7}-{upperalnum:7}'] },
  },
]);
