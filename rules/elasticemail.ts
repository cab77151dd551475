import { defineRules } from './define.js';

export const rules = defineRules('elasticemail', [
  {
    id: 'elasticemail-api-key',
    title: 'Elastic Email API key',
    impact: "Sends mail and reads the account's contacts.",
    reference: 'https://elasticemail.com/developers/api-documentation/rest-api',
    remediation: 'Delete the key in Elastic Email under Settings, API.',
    keywords: ['elasticemail', 'elastic_email', 'elastic-email'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-F]{96}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['ELASTICEMAIL_API_KEY={upperhex:96}', 'elasticemail.token: "{upperhex:96}"'],
      noMatch: ['ELASTICEMAIL_API_KEY={upperhex:48}'],
    },
  },
]);
