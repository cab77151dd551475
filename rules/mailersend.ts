import { defineRules } from './define.js';

export const rules = defineRules('mailersend', [
  {
    id: 'mailersend-api-token',
    title: 'MailerSend API token',
    impact: "Sends mail from the account's domains.",
    reference: 'https://developers.mailersend.com/general.html#authentication',
    remediation: 'Revoke it at https://app.mailersend.com/api-tokens.',
    keywords: ['mlsn.'],
    pattern: /\b(?<secret>mlsn\.[0-9A-Za-z]{32,100})\b/,
    minEntropy: 3,
    examples: { match: ['MAILERSEND_API_KEY=mlsn.{hex:64}'] },
  },
]);
