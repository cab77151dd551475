import { defineRules } from './define.js';

export const rules = defineRules('worldcoinindex', [
  {
    id: 'worldcoinindex-api-key',
    title: 'WorldCoinIndex API key',
    impact: "Reads prices at the account's limits.",
    reference: 'https://www.worldcoinindex.com/apiservice',
    remediation: 'Replace it at https://www.worldcoinindex.com/apiservice.',
    severity: 'low',
    keywords: ['worldcoinindex'],
    value: /(?=[A-Za-z]{0,34}[0-9])[A-Za-z0-9]{35}/,
    minEntropy: 3.3,
    examples: { match: ['WORLDCOININDEX_API_KEY={alnum:35}', "'worldcoinindex_api_key': '{alnum:35}'"] },
  },
]);
