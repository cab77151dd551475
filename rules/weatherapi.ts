import { defineRules } from './define.js';

export const rules = defineRules('weatherapi', [
  {
    id: 'weatherapi-key',
    title: 'WeatherAPI key',
    impact: "Reads weather data at the account's cost.",
    reference: 'https://www.weatherapi.com/docs/',
    remediation: 'Regenerate it at https://www.weatherapi.com/my/.',
    severity: 'low',
    keywords: ['weatherapi', 'weather_api'],
    value: /(?=[a-z]{0,30}[0-9])[a-z0-9]{31}/,
    assigned: true,
    minEntropy: 3.2,
    examples: { match: ['WEATHERAPI_API_KEY={loweralnum:31}', "'weatherapi_api_key': '{loweralnum:31}'"] },
  },
]);
