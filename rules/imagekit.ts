import { defineRules } from './define.js';

export const rules = defineRules('imagekit', [
  {
    id: 'imagekit-private-key',
    title: 'ImageKit private key',
    impact: "Reads, changes and deletes the account's media.",
    reference: 'https://imagekit.io/docs/api-keys',
    remediation: 'Delete the key in ImageKit under Developer options.',
    keywords: ['imagekit'],
    value: /private_[A-Za-z0-9+/]{10,40}={0,2}/,
    minEntropy: 3.2,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: { match: ['IMAGEKIT_PRIVATE_KEY=private_{alnum:27}='], noMatch: ['imagekit private_key'] },
  },
]);
