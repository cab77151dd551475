import { defineRules } from './define.js';

export const rules = defineRules('tatumio', [
  {
    id: 'tatumio-api-key',
    title: 'Tatum API key',
    impact: "Uses blockchain nodes at the account's cost.",
    reference: 'https://docs.tatum.io/docs/authentication',
    remediation: 'Delete it at https://dashboard.tatum.io.',
    severity: 'medium',
    keywords: ['tatumio', 'tatum_', 'tatum.io'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['TATUMIO_API_KEY={uuid}', "'tatumio_api_key': '{uuid}'"] },
  },
]);
