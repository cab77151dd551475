import { defineRules } from './define.js';

export const rules = defineRules('chartmogul', [
  {
    id: 'chartmogul-api-key',
    title: 'ChartMogul API key',
    impact: "Reads and changes the company's subscription data.",
    reference: 'https://dev.chartmogul.com/docs/authentication',
    remediation: 'Delete the key under Profile, API keys.',
    keywords: ['chartmogul'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['CHARTMOGUL_API_KEY={hex:32}', 'chartmogul.token: "{hex:32}"'],
      noMatch: ['CHARTMOGUL_API_KEY={hex:16}'],
    },
  },
]);
