import { defineRules } from './define.js';

export const rules = defineRules('stripo', [
  {
    id: 'stripo-api-token',
    title: 'Stripo API token',
    impact: "Reads and changes the project's mail templates.",
    reference: 'https://stripo.email/support/',
    remediation: "Regenerate it in the project's settings.",
    severity: 'medium',
    keywords: ['stripo'],
    value: /ey[A-Za-z0-9_-]{10,200}\.[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{40,100}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['STRIPO_TOKEN={jwt}'] },
  },
]);
