import { defineRules } from './define.js';

export const rules = defineRules('visualcrossing', [
  {
    id: 'visualcrossing-api-key',
    title: 'Visual Crossing API key',
    impact: "Reads weather data at the account's cost.",
    reference: 'https://www.visualcrossing.com/resources/documentation/weather-api/',
    remediation: 'Replace it at https://www.visualcrossing.com/account.',
    severity: 'low',
    keywords: ['visualcrossing', 'visual_crossing'],
    value: /(?=[A-Z]{0,24}[0-9])[A-Z0-9]{25}/,
    minEntropy: 3,
    examples: {
      match: ['VISUALCROSSING_API_KEY={upperalnum:25}', "'visualcrossing_api_key': '{upperalnum:25}'"],
    },
  },
]);
