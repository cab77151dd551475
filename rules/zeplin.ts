import { defineRules } from './define.js';

export const rules = defineRules('zeplin', [
  {
    id: 'zeplin-access-token',
    title: 'Zeplin access token',
    impact: 'Reads and changes designs as its user.',
    reference: 'https://docs.zeplin.dev/docs/personal-access-tokens',
    remediation: "Delete it in Zeplin's profile under Developer.",
    keywords: ['zeplin'],
    value: /ey[A-Za-z0-9_-]{10,200}\.[A-Za-z0-9_-]{40,400}\.[A-Za-z0-9_-]{40,400}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['ZEPLIN_TOKEN={jwt}'] },
  },
]);
