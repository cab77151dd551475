import { defineRules } from './define.js';

export const rules = defineRules('vatlayer', [
  {
    id: 'vatlayer-access-key',
    title: 'vatlayer access key',
    impact: "Checks numbers at the account's cost.",
    reference: 'https://vatlayer.com/documentation',
    remediation: 'Reset it at https://vatlayer.com/dashboard.',
    severity: 'low',
    keywords: ['vatlayer'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: { match: ['VATLAYER_ACCESS_KEY={loweralnum:32}', "'vatlayer_access_key': '{loweralnum:32}'"] },
  },
]);
