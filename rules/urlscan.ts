import { defineRules } from './define.js';

export const rules = defineRules('urlscan', [
  {
    id: 'urlscan-api-key',
    title: 'urlscan.io API key',
    impact: "Scans at the account's limits and reads its private scans.",
    reference: 'https://urlscan.io/docs/api/',
    remediation: 'Delete it at https://urlscan.io/user/profile/.',
    severity: 'medium',
    keywords: ['urlscan'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['URLSCAN_API_KEY={uuid}', "'urlscan_api_key': '{uuid}'"] },
  },
]);
