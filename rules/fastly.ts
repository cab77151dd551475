import { defineRules } from './define.js';

export const rules = defineRules('fastly', [
  {
    id: 'fastly-api-token',
    title: 'Fastly API token',
    impact: "Changes the account's services and purges their caches.",
    reference: 'https://www.fastly.com/documentation/reference/api/auth-tokens/',
    remediation: 'Revoke the token at https://manage.fastly.com/account/personal/tokens.',
    keywords: ['fastly'],
    value: /(?=[A-Za-z=_-]{0,31}[0-9])[A-Za-z0-9=_-]{32}/,
    minEntropy: 3.6,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['FASTLY_API_KEY={alnum:32}', 'fastly.token: "{alnum:32}"'],
      noMatch: ['FASTLY_API_KEY={alnum:16}'],
    },
  },
]);
