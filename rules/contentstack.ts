import { defineRules } from './define.js';

export const rules = defineRules('contentstack', [
  {
    id: 'contentstack-token',
    title: 'Contentstack delivery, preview or management token',
    impact: "Reads, and with a management token changes, the stack's content.",
    reference: 'https://www.contentstack.com/docs/developers/create-tokens/about-delivery-tokens',
    remediation: 'Delete the token in Contentstack under Settings, Tokens.',
    keywords: ['contentstack'],
    value: /cs[0-9a-f]{32,34}/,
    minEntropy: 3.2,
    examples: {
      match: ['CONTENTSTACK_API_KEY=cs{hex:32}', 'contentstack.token: "cs{hex:32}"'],
      noMatch: ['CONTENTSTACK_API_KEY=cs{hex:16}'],
    },
  },
]);
