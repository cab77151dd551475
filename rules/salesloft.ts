import { defineRules } from './define.js';

export const rules = defineRules('salesloft', [
  {
    id: 'salesloft-api-key',
    title: 'Salesloft API key',
    impact: 'Reads and changes people and messages of the team.',
    reference: 'https://developers.salesloft.com/docs/platform/guides/api-key-authentication/',
    remediation: 'Delete it at https://accounts.salesloft.com/api_keys.',
    keywords: ['salesloft'],
    value: /(?:v2_)?ak_[0-9a-f]{64,100}/,
    minEntropy: 3,
    examples: { match: ['SALESLOFT_API_KEY=ak_{hex:64}'] },
  },
]);
