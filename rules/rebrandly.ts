import { defineRules } from './define.js';

export const rules = defineRules('rebrandly', [
  {
    id: 'rebrandly-api-key',
    title: 'Rebrandly API key',
    impact: "Changes where the account's short links lead.",
    reference: 'https://developers.rebrandly.com/docs/api-keys',
    remediation: 'Delete it at https://app.rebrandly.com/account/api-keys.',
    severity: 'medium',
    keywords: ['rebrandly'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['REBRANDLY_API_KEY={hex:32}', "'rebrandly_api_key': '{hex:32}'"] },
  },
]);
