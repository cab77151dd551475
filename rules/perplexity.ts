import { defineRules } from './define.js';

export const rules = defineRules('perplexity', [
  {
    id: 'perplexity-api-key',
    title: 'Perplexity API key',
    impact: "Uses the models at the account's cost.",
    reference: 'https://docs.perplexity.ai/guides/api-key-management',
    remediation: 'Revoke it at https://www.perplexity.ai/account/api.',
    keywords: ['pplx-'],
    pattern: /\b(?<secret>pplx-[A-Za-z0-9]{48})\b/,
    minEntropy: 3.5,
    examples: { match: ['PERPLEXITY_API_KEY=pplx-{alnum:48}'] },
  },
]);
