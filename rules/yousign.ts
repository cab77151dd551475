import { defineRules } from './define.js';

export const rules = defineRules('yousign', [
  {
    id: 'yousign-api-key',
    title: 'Yousign API key',
    impact: 'Reads and starts signatures of documents.',
    reference: 'https://developers.yousign.com/docs/manage-api-keys',
    remediation: 'Revoke it in Yousign under Integrations > API keys.',
    severity: 'critical',
    keywords: ['yousign'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    minEntropy: 3.3,
    examples: { match: ['YOUSIGN_API_KEY={alnum:32}', "'yousign_api_key': '{alnum:32}'"] },
  },
]);
