import { defineRules } from './define.js';

export const rules = defineRules('mailsac', [
  {
    id: 'mailsac-api-key',
    title: 'Mailsac API key',
    impact: "Reads the account's mailboxes.",
    reference: 'https://docs.mailsac.com/en/latest/about_apis/about_apis.html',
    remediation: 'Delete it at https://mailsac.com/api-keys.',
    severity: 'medium',
    keywords: ['mailsac'],
    value: /k_[A-Za-z0-9_-]{30,100}|[A-Za-z0-9_-]{88}/,
    minEntropy: 4,
    examples: { match: ['MAILSAC_KEY=k_{alnum:60}'] },
  },
]);
