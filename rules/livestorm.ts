import { defineRules } from './define.js';

export const rules = defineRules('livestorm', [
  {
    id: 'livestorm-api-token',
    title: 'Livestorm API token',
    impact: 'Reads and changes events and their participants.',
    reference: 'https://developers.livestorm.co/docs/authentication',
    remediation: "Delete it in the account's settings under Integrations.",
    keywords: ['livestorm'],
    value: /eyJ[A-Za-z0-9_-]{10,200}\.[A-Za-z0-9_-]{60,400}\.[A-Za-z0-9_-]{20,100}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['LIVESTORM_API_TOKEN={jwt}'] },
  },
]);
