import { defineRules } from './define.js';

export const rules = defineRules('keenio', [
  {
    id: 'keenio-api-key',
    title: 'Keen API key',
    impact: "Reads, and with a write key changes, the project's events.",
    reference: 'https://keen.io/docs/access/access-keys/',
    remediation: 'Revoke the key in Keen under Access.',
    severity: 'medium',
    keywords: ['keenio', 'keen.io', 'keen_io', 'keen_', 'keen-'],
    value: /[0-9A-F]{64}|[0-9a-f]{64}|[0-9A-Fa-f]{192}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['KEENIO_API_KEY={upperhex:64}', 'keenio.token: "{upperhex:64}"'],
      noMatch: ['KEENIO_API_KEY={upperhex:32}'],
    },
  },
]);
