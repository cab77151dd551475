import { defineRules } from './define.js';

export const rules = defineRules('kraken', [
  {
    id: 'kraken-api-key',
    title: 'Kraken API key or secret',
    impact: "Trades and, with the right, withdraws the account's funds.",
    reference: 'https://docs.kraken.com/api/docs/guides/spot-rest-auth',
    remediation: 'Delete the key in Kraken under Security, API.',
    severity: 'critical',
    keywords: ['kraken'],
    value:
      /[A-Za-z0-9+/]{86}==|(?=[A-Za-z+/]{0,55}[0-9])[A-Za-z0-9+/]{55}[A-Za-z0-9+/=]|[A-Za-z0-9/=_+-]{80,90}/,
    minEntropy: 4.2,
    examples: {
      match: ['KRAKEN_API_SECRET={base64:86}==', 'kraken_key: "{base64:56}"'],
      noMatch: ['KRAKEN_API_KEY={alnum:20}'],
    },
  },
]);
