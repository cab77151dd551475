import { defineRules } from './define.js';

export const rules = defineRules('brave', [
  {
    id: 'brave-search-api-key',
    title: 'Brave Search API key',
    impact: "Searches at the owner's cost.",
    reference: 'https://api-dashboard.search.brave.com/app/documentation/web-search/get-started',
    remediation: 'Delete the key in the Brave Search API dashboard.',
    keywords: ['brave', 'x-subscription-token'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>BSA(?=[A-Za-z_-]{0,27}[0-9])[A-Za-z0-9_-]{24,40})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['BRAVE_SEARCH_API_KEY=BSA{alnum:28}'], noMatch: ['BRAVE_KEY=BSA{alnum:10}'] },
  },
]);
