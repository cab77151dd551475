import { defineRules } from './define.js';

export const rules = defineRules('conversiontools', [
  {
    id: 'conversiontools-token',
    title: 'Conversion Tools API token',
    impact: "Converts files at the owner's cost.",
    reference: 'https://conversiontools.io/api-documentation',
    remediation: 'Regenerate the token in the Conversion Tools profile.',
    severity: 'low',
    keywords: ['conversiontools'],
    value: /ey[A-Za-z0-9_-]{20,200}\.ey[A-Za-z0-9_-]{40,300}\.[A-Za-z0-9_-]{43,90}/,
    minEntropy: 4,
    examples: {
      match: ['CONVERSIONTOOLS_TOKEN=ey{alnum:34}.ey{alnum:120}.{base64url:43}'],
      noMatch: ['conversiontools=ey{alnum:8}'],
    },
  },
]);
