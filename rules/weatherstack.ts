import { defineRules } from './define.js';

export const rules = defineRules('weatherstack', [
  {
    id: 'weatherstack-access-key',
    title: 'weatherstack access key',
    impact: "Reads weather data at the account's cost.",
    reference: 'https://weatherstack.com/documentation',
    remediation: 'Reset it at https://weatherstack.com/dashboard.',
    severity: 'low',
    keywords: ['weatherstack', 'weather_stack'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['WEATHERSTACK_ACCESS_KEY={loweralnum:32}', "'weatherstack_access_key': '{loweralnum:32}'"],
    },
  },
]);
