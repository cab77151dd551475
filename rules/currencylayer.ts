import { defineRules } from './define.js';

export const rules = defineRules('currencylayer', [
  {
    id: 'currencylayer-api-key',
    title: 'Currencylayer API key',
    impact: "Queries rates at the owner's cost.",
    reference: 'https://currencylayer.com/documentation',
    remediation: 'Reset the key at https://currencylayer.com/dashboard.',
    severity: 'low',
    keywords: ['currencylayer'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: {
      match: ['CURRENCYLAYER_API_KEY={hex:32}', 'currencylayer.token: "{hex:32}"'],
      noMatch: ['CURRENCYLAYER_API_KEY={hex:16}'],
    },
  },
]);
