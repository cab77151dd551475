import { defineRules } from './define.js';

export const rules = defineRules('replicate', [
  {
    id: 'replicate-api-token',
    title: 'Replicate API token',
    impact: "Runs and changes models at the account's cost.",
    reference: 'https://replicate.com/docs/topics/security/api-tokens',
    remediation: 'Disable it at https://replicate.com/account/api-tokens.',
    keywords: ['r8_'],
    pattern: /\b(?<secret>r8_(?=[A-Za-z_-]{0,36}[0-9])[A-Za-z0-9_-]{37})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['REPLICATE_API_TOKEN=r8_{alnum:37}'] },
  },
]);
