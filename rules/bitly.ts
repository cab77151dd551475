import { defineRules } from './define.js';

export const rules = defineRules('bitly', [
  {
    id: 'bitly-access-token',
    title: 'Bitly access token',
    impact: 'Makes links and reads their clicks for the user.',
    reference: 'https://dev.bitly.com/docs/getting-started/authentication/',
    remediation: 'Revoke the token in Bitly under Settings, API.',
    severity: 'medium',
    keywords: ['bitly', 'bit.ly'],
    value: /[0-9a-f]{40}|(?=[A-Za-z_-]{0,39}[0-9])[A-Za-z0-9_-]{40}/,
    assigned: true,
    minEntropy: 3.3,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['BITLY_API_KEY={hex:40}', 'bitly.token: "{hex:40}"'],
      noMatch: ['BITLY_API_KEY={hex:20}'],
    },
  },
]);
