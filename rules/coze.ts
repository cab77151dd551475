import { defineRules } from './define.js';

export const rules = defineRules('coze', [
  {
    id: 'coze-access-token',
    title: 'Coze personal access token',
    impact: "Runs the user's bots and reads their conversations.",
    reference: 'https://www.coze.com/open/docs/developer_guides/authentication',
    remediation: 'Delete the token in Coze under API tokens.',
    keywords: ['coze'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>pat_[A-Za-z0-9]{64})(?![A-Za-z0-9_-])/,
    minEntropy: 4.2,
    examples: { match: ['COZE_API_TOKEN=pat_{alnum:64}'], noMatch: ['coze pat_{alnum:20}'] },
  },
]);
