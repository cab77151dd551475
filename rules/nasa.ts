import { defineRules } from './define.js';

export const rules = defineRules('nasa', [
  {
    id: 'nasa-api-key',
    title: 'NASA API key',
    impact: "Uses the key's rate limits.",
    reference: 'https://api.nasa.gov',
    remediation: 'Ask for a new key at https://api.nasa.gov.',
    severity: 'low',
    keywords: ['api.nasa.gov', 'nasa_api', 'nasa api', 'nasaapi', 'nasa_key'],
    value: /(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}/,
    minEntropy: 4,
    examples: { match: ['NASA_API_KEY={alnum:40}'] },
  },
]);
