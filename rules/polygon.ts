import { defineRules } from './define.js';

export const rules = defineRules('polygon', [
  {
    id: 'polygon-api-key',
    title: 'Polygon.io API key',
    impact: "Reads market data at the account's cost.",
    reference: 'https://polygon.io/docs/rest/quickstart',
    remediation: 'Delete it at https://polygon.io/dashboard/keys.',
    severity: 'low',
    keywords: ['polygon_api', 'polygon.io', 'polygonio', 'polygon_key'],
    value: /(?=[A-Za-z_]{0,31}[0-9])[A-Za-z0-9_]{32}/,
    minEntropy: 3.8,
    examples: { match: ['POLYGON_API_KEY={alnum:32}'] },
  },
]);
