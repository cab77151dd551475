import { defineRules } from './define.js';

export const rules = defineRules('endorlabs', [
  {
    id: 'endorlabs-api-key',
    title: 'Endor Labs API key or secret',
    impact: "Reads the tenant's projects and findings.",
    reference: 'https://docs.endorlabs.com/administration/api-keys/',
    remediation: 'Delete the key in Endor Labs under Access control.',
    keywords: ['endr+'],
    pattern: /(?<![A-Za-z0-9])(?<secret>endr\+[A-Za-z0-9-]{16})(?![A-Za-z0-9_-])/,
    minEntropy: 3.2,
    examples: {
      match: ['ENDORLABS_TOKEN=endr+{alnum:16}', 'key: "endr+{alnum:16}"'],
      noMatch: ['endr+{alnum:8}'],
    },
  },
]);
