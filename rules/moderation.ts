import { defineRules } from './define.js';

export const rules = defineRules('moderation', [
  {
    id: 'moderation-api-token',
    title: 'Moderation API token',
    impact: "Judges texts at the account's cost.",
    reference: 'https://moderationapi.com/docs',
    remediation: 'Delete it at https://moderationapi.com under API keys.',
    severity: 'medium',
    keywords: ['moderation'],
    value: /[A-Za-z0-9]{36}\.[A-Za-z0-9]{100,130}\.[A-Za-z0-9_]{43}/,
    minEntropy: 4,
    examples: { match: ['MODERATION_TOKEN={alnum:36}.{alnum:115}.{alnum:43}'] },
  },
]);
