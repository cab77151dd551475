import { defineRules } from './define.js';

export const rules = defineRules('monkeylearn', [
  {
    id: 'monkeylearn-api-key',
    title: 'MonkeyLearn API key',
    impact: "Classifies texts at the account's cost.",
    reference: 'https://monkeylearn.com/api/v3/',
    remediation: "Replace it in MonkeyLearn's account settings.",
    severity: 'low',
    keywords: ['monkeylearn'],
    value: /[0-9a-f]{40}/,
    minEntropy: 3,
    examples: { match: ['MONKEYLEARN={hex:40}', "'monkeylearn': '{hex:40}'"] },
  },
]);
