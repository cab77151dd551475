import { defineRules } from './define.js';

export const rules = defineRules('shodan', [
  {
    id: 'shodan-api-key',
    title: 'Shodan API key',
    impact: "Searches and scans at the account's cost.",
    reference: 'https://developer.shodan.io/api/requirements',
    remediation: 'Reset it at https://account.shodan.io.',
    severity: 'medium',
    keywords: ['shodan'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    minEntropy: 3.3,
    examples: { match: ['SHODAN_API_KEY={alnum:32}', "'shodan_api_key': '{alnum:32}'"] },
  },
]);
