import { defineRules } from './define.js';

export const rules = defineRules('godaddy', [
  {
    id: 'godaddy-api-key',
    title: 'GoDaddy API key or secret',
    impact: "Changes the account's domains and DNS records.",
    reference: 'https://developer.godaddy.com/getstarted',
    remediation: 'Delete the key at https://developer.godaddy.com/keys.',
    severity: 'critical',
    keywords: ['godaddy', 'sso-key'],
    value:
      /[A-Za-z0-9]{8,14}_[A-Za-z0-9]{21,22}(?::[A-Za-z0-9]{21,22})?|(?=[A-Za-z]{0,21}[0-9])[A-Za-z0-9]{21,22}/,
    assigned: true,
    minEntropy: 3.6,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['GODADDY_API_KEY={alnum:12}_{alnum:22}', 'godaddy_secret: "{alnum:22}"'],
      noMatch: ['GODADDY_API_KEY={alnum:8}'],
    },
  },
]);
