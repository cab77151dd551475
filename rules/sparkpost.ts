import { defineRules } from './define.js';

export const rules = defineRules('sparkpost', [
  {
    id: 'sparkpost-api-key',
    title: 'SparkPost API key',
    impact: 'Sends mail as the account.',
    reference: 'https://developers.sparkpost.com/api/#header-authentication',
    remediation: 'Delete it at https://app.sparkpost.com/account/api-keys.',
    keywords: ['sparkpost'],
    value: /(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}/,
    minEntropy: 3.3,
    examples: { match: ['SPARKPOST_API_KEY={alnum:40}', "'sparkpost_api_key': '{alnum:40}'"] },
  },
]);
