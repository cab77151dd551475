import { defineRules } from './define.js';

export const rules = defineRules('mappedin', [
  {
    id: 'mappedin-api-secret',
    title: 'Mappedin API key or secret',
    impact: "Reads the venue's maps and data.",
    reference: 'https://developer.mappedin.com/docs/api-keys',
    remediation: "Ask Mappedin's support for a new key pair.",
    severity: 'medium',
    keywords: ['mappedin'],
    value: /mi[ks]_[A-Za-z0-9]{16,64}/,
    minEntropy: 3,
    examples: { match: ['MAPPEDIN_SECRET=mis_{alnum:46}'] },
  },
]);
