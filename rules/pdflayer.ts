import { defineRules } from './define.js';

export const rules = defineRules('pdflayer', [
  {
    id: 'pdflayer-access-key',
    title: 'pdflayer access key',
    impact: "Makes documents at the account's cost.",
    reference: 'https://pdflayer.com/documentation',
    remediation: 'Reset it at https://pdflayer.com/dashboard.',
    severity: 'low',
    keywords: ['pdflayer'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: { match: ['PDFLAYER_ACCESS_KEY={loweralnum:32}', "'pdflayer_access_key': '{loweralnum:32}'"] },
  },
]);
