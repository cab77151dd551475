import { defineRules } from './define.js';

export const rules = defineRules('detectify', [
  {
    id: 'detectify-api-key',
    title: 'Detectify API key',
    impact: "Reads and starts the team's scans.",
    reference: 'https://developer.detectify.com/',
    remediation: 'Delete the key in Detectify under API keys.',
    keywords: ['detectify'],
    value:
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['DETECTIFY_API_KEY={uuid}', 'detectify.token: "{uuid}"'],
      noMatch: ['DETECTIFY_API_KEY={hex:8}'],
    },
  },
]);
