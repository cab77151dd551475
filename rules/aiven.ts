import { defineRules } from './define.js';

export const rules = defineRules('aiven', [
  {
    id: 'aiven-token',
    title: 'Aiven token',
    impact: 'Manages the projects and services of the user.',
    reference: 'https://aiven.io/docs/platform/howto/create_authentication_token',
    remediation: 'Revoke the token under User information, Tokens.',
    keywords: ['aiven'],
    value: /[A-Za-z0-9+/]{370,380}={0,2}/,
    minEntropy: 5,
    examples: {
      match: ['AIVEN_API_KEY={base64:372}', 'aiven.token: "{base64:372}"'],
      noMatch: ['AIVEN_API_KEY={base64:100}'],
    },
  },
]);
