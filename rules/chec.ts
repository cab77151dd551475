import { defineRules } from './define.js';

export const rules = defineRules('chec', [
  {
    id: 'chec-secret-key',
    title: 'Chec secret key',
    impact: "Reads and changes the shop's products and orders.",
    reference: 'https://commercejs.com/docs/sdk/getting-started#authentication',
    remediation: 'Delete the key in the Chec dashboard under Developer.',
    keywords: ['chec_', 'checio', 'chec.io', 'commercejs', 'chec'],
    value: /(?:sk|pk)_(?:test_)?[0-9a-z]{40,45}/,
    minEntropy: 3.3,
    examples: {
      match: ['CHEC_API_KEY=sk_{hex:42}', 'chec.token: "sk_{hex:42}"'],
      noMatch: ['CHEC_API_KEY=sk_{hex:21}'],
    },
  },
]);
