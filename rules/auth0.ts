import { defineRules } from './define.js';

export const rules = defineRules('auth0', [
  {
    id: 'auth0-client-secret',
    title: 'Auth0 client secret',
    impact: 'Signs in as the application; a management client changes the tenant.',
    reference: 'https://auth0.com/docs/get-started/applications/rotate-client-secret',
    remediation: 'Rotate the secret under Applications, Settings.',
    severity: 'critical',
    keywords: ['auth0'],
    value: /(?=[A-Za-z_-]{0,63}[0-9])[A-Za-z0-9_-]{64}/,
    minEntropy: 4.2,
    companions: [{ name: 'domain', pattern: /[a-z0-9-]{3,40}(?:\.[a-z]{2})?\.auth0\.com/, within: 300 }],
    examples: {
      match: ['AUTH0_API_KEY={alnum:64}', 'auth0.token: "{alnum:64}"'],
      noMatch: ['AUTH0_API_KEY={alnum:32}'],
    },
  },
]);
