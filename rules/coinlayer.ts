import { defineRules } from './define.js';

export const rules = defineRules('coinlayer', [
  {
    id: 'coinlayer-api-key',
    title: 'Coinlayer API key',
    impact: "Queries rates at the owner's cost.",
    reference: 'https://coinlayer.com/documentation',
    remediation: 'Reset the key at https://coinlayer.com/dashboard.',
    severity: 'low',
    keywords: ['coinlayer'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: {
      match: ['COINLAYER_API_KEY={hex:32}', 'coinlayer.token: "{hex:32}"'],
      noMatch: ['COINLAYER_API_KEY={hex:16}'],
    },
  },
]);
