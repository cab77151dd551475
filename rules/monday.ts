import { defineRules } from './define.js';

export const rules = defineRules('monday', [
  {
    id: 'monday-api-token',
    title: 'monday.com API token',
    impact: 'Reads and changes boards as its user.',
    reference: 'https://developer.monday.com/api-reference/docs/authentication',
    remediation: 'Regenerate it in monday.com under Developers > API token.',
    keywords: ['monday'],
    value: /ey[A-Za-z0-9_-]{10,300}\.[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{40,100}|ey[A-Za-z0-9_.-]{208,228}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['MONDAY_API_TOKEN={jwt}'] },
  },
]);
