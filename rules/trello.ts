import { defineRules } from './define.js';

export const rules = defineRules('trello', [
  {
    id: 'trello-api-token',
    title: 'Trello token',
    impact: 'Reads and changes boards as its user.',
    reference: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
    remediation: 'Revoke it at https://trello.com/my/account under Applications.',
    keywords: ['atta'],
    pattern: /\b(?<secret>ATTA[0-9a-f]{64}[0-9A-F]{8})\b/,
    minEntropy: 3,
    examples: { match: ['TRELLO_TOKEN=ATTA{hex:64}{upperhex:8}'] },
  },
  {
    id: 'trello-key-nearby',
    title: 'Trello key or token by its name',
    impact: 'Reads and changes boards as its user, together with the other part.',
    reference: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
    remediation: 'Revoke it at https://trello.com/my/account under Applications.',
    keywords: ['trello'],
    value: /[0-9a-f]{64}|[0-9a-zA-Z]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['TRELLO_API_KEY={hex:32}', 'TRELLO_TOKEN={hex:64}'] },
  },
]);
