import { defineRules } from './define.js';

export const rules = defineRules('scrapestack', [
  {
    id: 'scrapestack-access-key',
    title: 'scrapestack access key',
    impact: "Fetches pages at the account's cost.",
    reference: 'https://scrapestack.com/documentation',
    remediation: 'Reset it at https://scrapestack.com/dashboard.',
    severity: 'low',
    keywords: ['scrapestack'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: {
      match: ['SCRAPESTACK_ACCESS_KEY={loweralnum:32}', "'scrapestack_access_key': '{loweralnum:32}'"],
    },
  },
]);
