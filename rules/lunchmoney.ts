import { defineRules } from './define.js';

export const rules = defineRules('lunchmoney', [
  {
    id: 'lunchmoney-access-token',
    title: 'Lunch Money access token',
    impact: "Reads and changes its user's finances.",
    reference: 'https://lunchmoney.dev/#authentication',
    remediation: 'Revoke it at https://my.lunchmoney.app/developers.',
    keywords: ['lunchmoney', 'lunch_money'],
    value: /[0-9a-f]{50}/,
    minEntropy: 3,
    examples: { match: ['LUNCHMONEY_TOKEN={hex:50}', "'lunchmoney_token': '{hex:50}'"] },
  },
]);
