import { defineRules } from './define.js';

export const rules = defineRules('numverify', [
  {
    id: 'numverify-access-key',
    title: 'numverify access key',
    impact: "Looks up phone numbers at the account's cost.",
    reference: 'https://numverify.com/documentation',
    remediation: 'Reset it at https://numverify.com/dashboard.',
    severity: 'low',
    keywords: ['numverify'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['NUMVERIFY_ACCESS_KEY={loweralnum:32}', "'numverify_access_key': '{loweralnum:32}'"],
    },
  },
]);
