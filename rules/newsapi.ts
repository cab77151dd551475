import { defineRules } from './define.js';

export const rules = defineRules('newsapi', [
  {
    id: 'newsapi-key',
    title: 'News API key',
    impact: "Reads news at the account's cost.",
    reference: 'https://newsapi.org/docs/authentication',
    remediation: 'Replace it at https://newsapi.org/account.',
    severity: 'low',
    keywords: ['newsapi', 'news_api', 'news-api'],
    value: /[0-9a-z]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['NEWSAPI_KEY={hex:32}'] },
  },
]);
