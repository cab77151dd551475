import { defineRules } from './define.js';

export const rules = defineRules('fixer', [
  {
    id: 'fixer-api-key',
    title: 'Fixer API key',
    impact: "Queries rates at the owner's cost.",
    reference: 'https://fixer.io/documentation',
    remediation: 'Reset the key at https://fixer.io/dashboard.',
    severity: 'low',
    keywords: ['fixer.io', 'fixerio', 'fixer_', 'fixer-api', 'data.fixer'],
    value: /[0-9a-f]{32}|(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['FIXER_IO_API_KEY={hex:32}', 'fixer_io.token: "{hex:32}"'],
      noMatch: ['FIXER_IO_API_KEY={hex:16}'],
    },
  },
]);
