import { defineRules } from './define.js';

export const rules = defineRules('openweather', [
  {
    id: 'openweather-api-key',
    title: 'OpenWeather API key',
    impact: "Reads weather data at the account's cost.",
    reference: 'https://openweathermap.org/appid',
    remediation: 'Delete it at https://home.openweathermap.org/api_keys.',
    severity: 'low',
    keywords: [
      'openweather',
      'open_weather',
      'open-weather',
      'pyowm',
      'owm_api',
      'api.openweathermap.org',
      'owm =',
      'owm=',
    ],
    value: /[0-9a-z]{32}/,
    minEntropy: 3,
    examples: {
      match: [
        'OPENWEATHER_API_KEY={hex:32}',
        'https://api.openweathermap.org/data/2.5/weather?q=London&appid={hex:32}',
      ],
    },
  },
]);
