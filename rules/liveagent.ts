import { defineRules } from './define.js';

export const rules = defineRules('liveagent', [
  {
    id: 'liveagent-api-key',
    title: 'LiveAgent API key',
    impact: 'Reads and answers tickets.',
    reference: 'https://www.liveagent.com/app/api-overview/',
    remediation: 'Delete it in LiveAgent under Configuration > System > API.',
    keywords: ['liveagent', 'ladesk'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    minEntropy: 3.3,
    examples: { match: ['LIVEAGENT_API_KEY={alnum:32}', "'liveagent_api_key': '{alnum:32}'"] },
  },
]);
