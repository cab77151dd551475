import { defineRules } from './define.js';

export const rules = defineRules('tomorrowio', [
  {
    id: 'tomorrowio-api-key',
    title: 'Tomorrow.io API key',
    impact: "Reads weather data at the account's cost.",
    reference: 'https://docs.tomorrow.io/reference/api-authentication',
    remediation: 'Delete it at https://app.tomorrow.io/development/keys.',
    severity: 'low',
    keywords: ['tomorrowio', 'tomorrow.io', 'tomorrow_io', 'climacell'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    minEntropy: 3.3,
    examples: { match: ['TOMORROWIO_API_KEY={alnum:32}', "'tomorrowio_api_key': '{alnum:32}'"] },
  },
]);
