import { defineRules } from './define.js';

export const rules = defineRules('rentman', [
  {
    id: 'rentman-api-token',
    title: 'Rentman API token',
    impact: 'Reads and changes projects, crew and equipment.',
    reference: 'https://api.rentman.net',
    remediation: 'Regenerate it in Rentman under Configuration > Integrations.',
    keywords: ['rentman'],
    value: /ey[A-Za-z0-9_-]{10,300}\.[A-Za-z0-9_-]{20,600}\.[A-Za-z0-9_-]{40,500}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['RENTMAN_TOKEN={jwt}'] },
  },
]);
