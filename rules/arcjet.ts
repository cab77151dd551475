import { defineRules } from './define.js';

export const rules = defineRules('arcjet', [
  {
    id: 'arcjet-key',
    title: 'Arcjet key',
    impact: "Reads and changes the site's protection.",
    reference: 'https://docs.arcjet.com/environment',
    remediation: 'Rotate the key in the Arcjet dashboard.',
    severity: 'medium',
    keywords: ['ajkey_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>ajkey_[a-z0-9]{26})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['ARCJET_TOKEN=ajkey_{loweralnum:26}', 'key: "ajkey_{loweralnum:26}"'],
      noMatch: ['ajkey_{loweralnum:13}'],
    },
  },
]);
