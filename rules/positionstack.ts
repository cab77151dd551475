import { defineRules } from './define.js';

export const rules = defineRules('positionstack', [
  {
    id: 'positionstack-access-key',
    title: 'positionstack access key',
    impact: "Looks up places at the account's cost.",
    reference: 'https://positionstack.com/documentation',
    remediation: 'Reset it at https://positionstack.com/dashboard.',
    severity: 'low',
    keywords: ['positionstack'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['POSITIONSTACK_ACCESS_KEY={loweralnum:32}', "'positionstack_access_key': '{loweralnum:32}'"],
    },
  },
]);
