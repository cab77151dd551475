import { defineRules } from './define.js';

export const rules = defineRules('openai', [
  {
    id: 'openai-api-key',
    title: 'OpenAI API key',
    impact: "Uses models at the account's cost and reads its files, assistants and logs.",
    reference: 'https://platform.openai.com/docs/api-reference/authentication',
    remediation: 'Delete it at https://platform.openai.com/api-keys.',
    severity: 'critical',
    keywords: ['t3blbkfj'],
    pattern:
      /\b(?<secret>sk-(?:[A-Za-z0-9-]{1,40}-)?[A-Za-z0-9_-]{16,160}T3BlbkFJ[A-Za-z0-9_-]{16,160})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: [
        'OPENAI_API_KEY=sk-{alnum:20}T3BlbkFJ{alnum:20}',
        'openai.api_key = "sk-proj-{base64url:74}T3BlbkFJ{base64url:74}"',
        'sk-svcacct-{base64url:58}T3BlbkFJ{base64url:58}',
        'sk-admin-{base64url:58}T3BlbkFJ{base64url:58}',
      ],
      noMatch: ['sk-{alnum:10}T3BlbkFJ{alnum:10}'],
    },
  },
]);
