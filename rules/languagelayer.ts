import { defineRules } from './define.js';

export const rules = defineRules('languagelayer', [
  {
    id: 'languagelayer-access-key',
    title: 'languagelayer access key',
    impact: "Uses the service at the account's cost.",
    reference: 'https://languagelayer.com/documentation',
    remediation: 'Reset it at https://languagelayer.com/dashboard.',
    severity: 'low',
    keywords: ['languagelayer'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: {
      match: ['LANGUAGELAYER_ACCESS_KEY={loweralnum:32}', "'languagelayer_access_key': '{loweralnum:32}'"],
    },
  },
]);
