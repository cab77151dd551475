import { defineRules } from './define.js';

export const rules = defineRules('peopledatalabs', [
  {
    id: 'peopledatalabs-api-key',
    title: 'People Data Labs API key',
    impact: "Reads data on people at the account's cost.",
    reference: 'https://docs.peopledatalabs.com/docs/authentication',
    remediation: 'Delete it at https://dashboard.peopledatalabs.com/api-keys.',
    severity: 'medium',
    keywords: ['peopledatalabs', 'people_data_labs', 'pdl_api'],
    value: /(?=[a-z]{0,63}[0-9])[a-z0-9]{64}/,
    minEntropy: 3.2,
    examples: {
      match: ['PEOPLEDATALABS_API_KEY={loweralnum:64}', "'peopledatalabs_api_key': '{loweralnum:64}'"],
    },
  },
]);
