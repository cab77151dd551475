import { defineRules } from './define.js';

export const rules = defineRules('disqus', [
  {
    id: 'disqus-api-key',
    title: 'Disqus API key or secret',
    impact: "Reads and moderates the forum's comments.",
    reference: 'https://help.disqus.com/en/articles/1717084-api-keys',
    remediation: 'Reset the keys at https://disqus.com/api/applications/.',
    severity: 'medium',
    keywords: ['disqus'],
    value: /(?=[A-Za-z]{0,63}[0-9])[A-Za-z0-9]{64}/,
    minEntropy: 4,
    examples: {
      match: ['DISQUS_API_KEY={alnum:64}', 'disqus.token: "{alnum:64}"'],
      noMatch: ['DISQUS_API_KEY={alnum:32}'],
    },
  },
]);
