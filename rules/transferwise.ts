import { defineRules } from './define.js';

export const rules = defineRules('transferwise', [
  {
    id: 'transferwise-api-token',
    title: 'Wise API token',
    impact: 'Reads accounts and prepares transfers.',
    reference: 'https://docs.wise.com/api-docs/features/authentication-access/personal-tokens',
    remediation: 'Revoke it at https://wise.com/settings/api-tokens.',
    severity: 'critical',
    keywords: ['transferwise', 'wise_api', 'wise_token'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['TRANSFERWISE_API_TOKEN={uuid}', "'transferwise_api_token': '{uuid}'"] },
  },
]);
