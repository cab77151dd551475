import { defineRules } from './define.js';

export const rules = defineRules('weatherbit', [
  {
    id: 'weatherbit-api-key',
    title: 'Weatherbit API key',
    impact: "Reads weather data at the account's cost.",
    reference: 'https://www.weatherbit.io/api',
    remediation: 'Replace it at https://www.weatherbit.io/account/dashboard.',
    severity: 'low',
    keywords: ['weatherbit'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['WEATHERBIT_API_KEY={hex:32}', "'weatherbit_api_key': '{hex:32}'"] },
  },
]);
