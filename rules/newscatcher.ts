import { defineRules } from './define.js';

export const rules = defineRules('newscatcher', [
  {
    id: 'newscatcher-api-key',
    title: 'NewsCatcher API key',
    impact: "Reads news at the account's cost.",
    reference: 'https://www.newscatcherapi.com/docs',
    remediation: "Replace it in NewsCatcher's dashboard.",
    severity: 'low',
    keywords: ['newscatcher'],
    value: /(?=[A-Za-z_-]{0,42}[0-9])[A-Za-z0-9_-]{43}/,
    minEntropy: 3.3,
    examples: { match: ['NEWSCATCHER_API_KEY={base64url:43}', "'newscatcher_api_key': '{base64url:43}'"] },
  },
]);
