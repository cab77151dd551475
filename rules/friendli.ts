import { defineRules } from './define.js';

export const rules = defineRules('friendli', [
  {
    id: 'friendli-token',
    title: 'Friendli personal access token',
    impact: "Runs models at the owner's cost.",
    reference: 'https://friendli.ai/docs/guides/personal_access_tokens',
    remediation: 'Delete the token in Friendli Suite under Settings.',
    keywords: ['flp_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>flp_[A-Za-z0-9]{46})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['FRIENDLI_TOKEN=flp_{alnum:46}'], noMatch: ['flp_{alnum:10}'] },
  },
]);
