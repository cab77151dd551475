import { defineRules } from './define.js';

export const rules = defineRules('censys', [
  {
    id: 'censys-api-secret',
    title: 'Censys API secret',
    impact: "Searches at the owner's cost.",
    reference: 'https://docs.censys.com/reference/get-started',
    remediation: 'Reset the secret in Censys under My account, API.',
    severity: 'medium',
    keywords: ['censys'],
    value:
      /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}|censys_[A-Za-z0-9]{8}_[A-Za-z0-9]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    minEntropy: 3.4,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['CENSYS_API_KEY={alnum:32}', 'censys.token: "{alnum:32}"'],
      noMatch: ['CENSYS_API_KEY={alnum:16}'],
    },
  },
]);
