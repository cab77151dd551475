import { defineRules } from './define.js';

export const rules = defineRules('hereapi', [
  {
    id: 'here-api-key',
    title: 'HERE API key',
    impact: "Queries maps at the owner's cost.",
    reference:
      'https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/topics/dev-apikey.html',
    remediation: 'Delete the key in the HERE platform under Access manager.',
    severity: 'medium',
    keywords: ['hereapi', 'here_api', 'here-api', 'hereapp', 'here_app', 'hereapikey', 'here.com'],
    value: /(?=[A-Za-z_-]{0,42}[0-9])[A-Za-z0-9_-]{43}/,
    assigned: true,
    minEntropy: 4,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['HEREAPI_API_KEY={alnum:43}', 'hereapi.token: "{alnum:43}"'],
      noMatch: ['HEREAPI_API_KEY={alnum:21}'],
    },
  },
]);
