import { defineRules } from './define.js';

export const rules = defineRules('bittrex', [
  {
    id: 'bittrex-api-key',
    title: 'Bittrex API key or secret',
    impact: 'Traded for the account on an exchange that has closed.',
    reference: 'https://bittrex.github.io/api/v3',
    remediation: 'The exchange has closed; see that the key is used nowhere else.',
    keywords: ['bittrex'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.1,
    examples: {
      match: ['BITTREX_API_KEY={loweralnum:32}', 'bittrex_token: "{loweralnum:32}"'],
      noMatch: ['BITTREX_API_KEY={loweralnum:16}'],
    },
  },
]);
