import { defineRules } from './define.js';

export const rules = defineRules('kucoin', [
  {
    id: 'kucoin-api-key',
    title: 'KuCoin API key, secret or passphrase',
    impact: "Trades and, with the right, withdraws the account's funds.",
    reference: 'https://www.kucoin.com/docs/basic-info/connection-method/authentication/creating-a-request',
    remediation: 'Delete the key in KuCoin under API management.',
    severity: 'critical',
    keywords: ['kucoin'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['KUCOIN_API_KEY={uuid}', 'kucoin.token: "{uuid}"'],
      noMatch: ['KUCOIN_API_KEY={hex:8}'],
    },
  },
]);
