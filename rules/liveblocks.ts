import { defineRules } from './define.js';

export const rules = defineRules('liveblocks', [
  {
    id: 'liveblocks-secret-key',
    title: 'Liveblocks secret key',
    impact: 'Reads and changes every room of the project.',
    reference: 'https://liveblocks.io/docs/authentication/secret-key',
    remediation: "Roll it in the project's API keys at https://liveblocks.io/dashboard.",
    keywords: ['sk_dev_', 'sk_prod_'],
    pattern: /\b(?<secret>sk_(?:dev|prod)_[A-Za-z0-9_-]{60,72})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['LIVEBLOCKS_SECRET_KEY=sk_dev_{base64url:64}'] },
  },
]);
