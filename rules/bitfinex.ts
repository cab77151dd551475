import { defineRules } from './define.js';

export const rules = defineRules('bitfinex', [
  {
    id: 'bitfinex-api-key',
    title: 'Bitfinex API key or secret',
    impact: "Trades and, with the right, withdraws the account's funds.",
    reference: 'https://docs.bitfinex.com/docs/rest-auth',
    remediation: 'Revoke the key under API keys in the Bitfinex account.',
    severity: 'critical',
    keywords: ['bitfinex'],
    value: /(?=[A-Za-z_-]{0,42}[0-9])[A-Za-z0-9_-]{43}/,
    minEntropy: 4,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['BITFINEX_API_KEY={alnum:43}', 'bitfinex.token: "{alnum:43}"'],
      noMatch: ['BITFINEX_API_KEY={alnum:21}'],
    },
  },
]);
