import { defineRules } from './define.js';

export const rules = defineRules('wrike', [
  {
    id: 'wrike-access-token',
    title: 'Wrike permanent access token',
    impact: 'Reads and changes tasks as its user.',
    reference: 'https://developers.wrike.com/oauth-20-authorization/',
    remediation: 'Delete it at https://www.wrike.com/frontend/apps/index.html#/api.',
    keywords: ['wrike'],
    value: /ey[A-Za-z0-9_-]{10,300}\.[A-Za-z0-9_-]{20,600}\.[A-Za-z0-9_-]{40,500}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['WRIKE_TOKEN={jwt}'] },
  },
]);
