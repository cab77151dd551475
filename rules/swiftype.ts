import { defineRules } from './define.js';

export const rules = defineRules('swiftype', [
  {
    id: 'swiftype-api-key',
    title: 'Swiftype key',
    impact: "Searches, or changes, the engine's documents.",
    reference: 'https://swiftype.com/documentation/site-search/overview',
    remediation: "Replace it in Swiftype's account settings.",
    severity: 'low',
    keywords: ['swiftype'],
    value: /(?=[A-Za-z]{0,5}[A-Za-z0-9]{0,3})[A-Za-z0-9]{5,8}[_-][A-Za-z0-9]{5,8}[_-][A-Za-z0-9_-]{5,16}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['SWIFTYPE_API_KEY={alnum:6}_{alnum:6}-{alnum:6}'] },
  },
]);
