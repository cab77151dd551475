import { defineRules } from './define.js';

export const rules = defineRules('scrapfly', [
  {
    id: 'scrapfly-api-key',
    title: 'Scrapfly API key',
    impact: "Fetches pages at the account's cost.",
    reference: 'https://scrapfly.io/docs/scrape-api/getting-started',
    remediation: 'Replace it at https://scrapfly.io/dashboard.',
    severity: 'low',
    keywords: ['scrapfly'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: { match: ['SCRAPFLY_API_KEY={loweralnum:32}', "'scrapfly_api_key': '{loweralnum:32}'"] },
  },
]);
