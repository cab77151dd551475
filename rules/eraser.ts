import { defineRules } from './define.js';

export const rules = defineRules('eraser', [
  {
    id: 'eraser-api-token',
    title: 'Eraser API token',
    impact: "Makes diagrams and reads the team's files.",
    reference: 'https://docs.eraser.io/reference/api-token',
    remediation: 'Revoke the token in Eraser under Settings.',
    severity: 'medium',
    keywords: ['eraser_', 'eraserio', 'eraser.io', 'eraser'],
    value: /(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{20}/,
    assigned: true,
    minEntropy: 3.5,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['ERASER_API_KEY={alnum:20}', 'eraser.token: "{alnum:20}"'],
      noMatch: ['ERASER_API_KEY={alnum:10}'],
    },
  },
]);
