import { defineRules } from './define.js';

export const rules = defineRules('sanity', [
  {
    id: 'sanity-auth-token',
    title: 'Sanity API token',
    impact: 'Reads drafts and changes content of the project.',
    reference: 'https://www.sanity.io/docs/http-auth',
    remediation: 'Delete it at https://www.sanity.io/manage under API.',
    keywords: ['sanity'],
    value: /sk[A-Za-z0-9]{70,200}/,
    minEntropy: 4,
    examples: { match: ['SANITY_AUTH_TOKEN=sk{alnum:78}'] },
  },
]);
