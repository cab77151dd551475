import { defineRules } from './define.js';

export const rules = defineRules('canva', [
  {
    id: 'canva-client-secret',
    title: 'Canva client secret',
    impact: 'Lets an attacker pose as the integration to its users.',
    reference: 'https://www.canva.dev/docs/connect/creating-integrations/',
    remediation: 'Generate a new secret in the Canva developer portal.',
    keywords: ['cnvca'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>cnvca[A-Za-z0-9_-]{40,56})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['CANVA_TOKEN=cnvca{base64url:51}', 'key: "cnvca{base64url:51}"'],
      noMatch: ['cnvca{alnum:12}'],
    },
  },
]);
