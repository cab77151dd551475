import { defineRules } from './define.js';

export const rules = defineRules('railway', [
  {
    id: 'railway-token',
    title: 'Railway token',
    impact: 'Deploys, and reads variables, of the project or account.',
    reference: 'https://docs.railway.com/guides/public-api',
    remediation: 'Delete it at https://railway.com/account/tokens.',
    severity: 'critical',
    keywords: ['railway'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['RAILWAY_TOKEN={uuid}', "'railway_token': '{uuid}'"] },
  },
]);
