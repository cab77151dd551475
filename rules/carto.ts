import { defineRules } from './define.js';

export const rules = defineRules('carto', [
  {
    id: 'carto-access-token',
    title: 'CARTO API access token',
    impact: "Queries the organisation's data through its connections.",
    reference: 'https://docs.carto.com/carto-user-manual/developers/credentials/api-access-tokens',
    remediation: 'Delete the token in CARTO under Developers, Credentials.',
    keywords: ['carto'],
    value: /eyJhbGciOiJIUzI1NiJ9\.eyJhIjoi[A-Za-z0-9_-]{20,120}\.[A-Za-z0-9_-]{20,64}/,
    minEntropy: 4,
    examples: {
      match: ['CARTO_API_KEY=eyJhbGciOiJIUzI1NiJ9.eyJhIjoi{alnum:40}.{base64url:43}'],
      noMatch: ['CARTO_API_KEY={alnum:10}'],
    },
  },
]);
