import { defineRules } from './define.js';

export const rules = defineRules('scraperapi', [
  {
    id: 'scraperapi-key',
    title: 'ScraperAPI key',
    impact: "Fetches pages at the account's cost.",
    reference: 'https://docs.scraperapi.com',
    remediation: 'Rotate it at https://dashboard.scraperapi.com.',
    severity: 'low',
    keywords: ['scraperapi', 'scraper_api'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: { match: ['SCRAPERAPI_API_KEY={loweralnum:32}', "'scraperapi_api_key': '{loweralnum:32}'"] },
  },
]);
