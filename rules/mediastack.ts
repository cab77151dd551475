import { defineRules } from './define.js';

export const rules = defineRules('mediastack', [
  {
    id: 'mediastack-access-key',
    title: 'mediastack access key',
    impact: "Reads news at the account's cost.",
    reference: 'https://mediastack.com/documentation',
    remediation: 'Reset it at https://mediastack.com/dashboard.',
    severity: 'low',
    keywords: ['mediastack'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['MEDIASTACK_ACCESS_KEY={loweralnum:32}', "'mediastack_access_key': '{loweralnum:32}'"],
    },
  },
]);
