import { defineRules } from './define.js';

export const rules = defineRules('graphcms', [
  {
    id: 'graphcms-token',
    title: 'Hygraph permanent auth token',
    impact: "Reads, and within its role changes, the project's content.",
    reference: 'https://hygraph.com/docs/api-reference/basics/authorization',
    remediation: 'Delete the token in Hygraph under Project settings, API access.',
    keywords: ['graphcms', 'hygraph'],
    value: /ey[A-Za-z0-9_-]{60,80}\.ey[A-Za-z0-9_-]{100,900}\.[A-Za-z0-9_-]{340,700}/,
    minEntropy: 4.5,
    check: 'jwt',
    examples: { match: ['HYGRAPH_TOKEN={rsajwt}'], noMatch: ['HYGRAPH_TOKEN={alnum:20}'] },
  },
]);
