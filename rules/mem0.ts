import { defineRules } from './define.js';

export const rules = defineRules('mem0', [
  {
    id: 'mem0-api-key',
    title: 'Mem0 API key',
    impact: "Reads and changes the memories of the project's users.",
    reference: 'https://docs.mem0.ai/platform/quickstart',
    remediation: 'Delete it at https://app.mem0.ai/dashboard/api-keys.',
    keywords: ['mem0', 'token m0-', '"m0-', "'m0-", '=m0-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>m0-(?=[A-Za-z]{0,29}[0-9])[A-Za-z0-9]{24,48})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['MEM0_API_KEY=m0-{alnum:40}', 'Authorization: Token m0-{alnum:30}'] },
  },
]);
