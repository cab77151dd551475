import { defineRules } from './define.js';

export const rules = defineRules('scrapingbee', [
  {
    id: 'scrapingbee-api-key',
    title: 'ScrapingBee API key',
    impact: "Fetches pages at the account's cost.",
    reference: 'https://www.scrapingbee.com/documentation/',
    remediation: 'Replace it at https://app.scrapingbee.com.',
    severity: 'low',
    keywords: ['scrapingbee'],
    value: /(?=[A-Z]{0,79}[0-9])[A-Z0-9]{80}/,
    minEntropy: 3,
    examples: { match: ['SCRAPINGBEE_API_KEY={upperalnum:80}', "'scrapingbee_api_key': '{upperalnum:80}'"] },
  },
]);
