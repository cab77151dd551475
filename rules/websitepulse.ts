import { defineRules } from './define.js';

export const rules = defineRules('websitepulse', [
  {
    id: 'websitepulse-api-key',
    title: 'WebSitePulse API key',
    impact: "Changes the account's monitors.",
    reference: 'https://www.websitepulse.com/monitoring.services/api',
    remediation: "Replace it in WebSitePulse's account.",
    severity: 'low',
    keywords: ['websitepulse'],
    value: /[0-9a-f]{32}/,
    minEntropy: 3,
    examples: { match: ['WEBSITEPULSE_API_KEY={hex:32}', "'websitepulse_api_key': '{hex:32}'"] },
  },
]);
