import { defineRules } from './define.js';

export const rules = defineRules('sslmate', [
  {
    id: 'sslmate-api-key',
    title: 'SSLMate API key',
    impact: 'Buys and revokes certificates of the account.',
    reference: 'https://sslmate.com/help/api',
    remediation: 'Replace it at https://sslmate.com/account/api_credentials.',
    keywords: ['sslmate'],
    value: /(?=[A-Za-z]{0,35}[0-9])[A-Za-z0-9]{36}/,
    minEntropy: 3.3,
    examples: { match: ['SSLMATE_API_KEY={alnum:36}', "'sslmate_api_key': '{alnum:36}'"] },
  },
]);
