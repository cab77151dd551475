import { defineRules } from './define.js';

export const rules = defineRules('firecrawl', [
  {
    id: 'firecrawl-api-key',
    title: 'Firecrawl API key',
    impact: "Crawls at the owner's cost.",
    reference: 'https://docs.firecrawl.dev/api-reference/introduction',
    remediation: 'Delete the key in the Firecrawl dashboard.',
    keywords: ['fc-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>fc-[0-9a-f]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.1,
    examples: { match: ['FIRECRAWL_TOKEN=fc-{hex:32}', 'key: "fc-{hex:32}"'], noMatch: ['fc-{hex:16}'] },
  },
]);
