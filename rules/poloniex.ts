import { defineRules } from './define.js';

export const rules = defineRules('poloniex', [
  {
    id: 'poloniex-api-secret',
    title: 'Poloniex API secret',
    impact: 'Trades, and may withdraw, for the account.',
    reference: 'https://api-docs.poloniex.com/spot/#authentication',
    remediation: 'Delete it at https://poloniex.com/apiKeys.',
    severity: 'critical',
    keywords: ['poloniex'],
    value: /[0-9a-f]{128}/,
    minEntropy: 3,
    companions: [
      {
        name: 'api key',
        pattern: /\b(?<value>[A-Z0-9]{8}-[A-Z0-9]{8}-[A-Z0-9]{8}-[A-Z0-9]{8})\b/,
        within: 256,
      },
    ],
    examples: {
      match: [
        'POLONIEX_KEY={upperalnum:8}-{upperalnum:8}-{upperalnum:8}-{upperalnum:8}\nPOLONIEX_SECRET={hex:128}',
      ],
    },
  },
]);
