import { defineRules } from './define.js';

export const rules = defineRules('zulip', [
  {
    id: 'zulip-api-key',
    title: 'Zulip API key',
    impact: 'Reads and writes messages as its user or bot.',
    reference: 'https://zulip.com/api/api-keys',
    remediation: "Generate a new one in Zulip's settings under Account & privacy.",
    keywords: ['zulip'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.8,
    examples: { match: ['ZULIP_API_KEY={alnum:32}', 'email=bot@zulip.corp.test\nkey={alnum:32}'] },
  },
]);
