import { defineRules } from './define.js';

export const rules = defineRules('squarespace', [
  {
    id: 'squarespace-api-key',
    title: 'Squarespace API key',
    impact: 'Reads orders and changes products of the shop.',
    reference: 'https://developers.squarespace.com/commerce-apis/authentication-and-permissions',
    remediation: 'Disable it under Settings > Developer API keys.',
    keywords: ['squarespace'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['SQUARESPACE_API_KEY={uuid}', "'squarespace_api_key': '{uuid}'"] },
  },
]);
