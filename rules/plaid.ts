import { defineRules } from './define.js';

export const rules = defineRules('plaid', [
  {
    id: 'plaid-access-token',
    title: 'Plaid access token',
    impact: 'Reads accounts and transactions of the person who linked their bank.',
    reference: 'https://plaid.com/docs/api/#api-access',
    remediation:
      'Rotate the secret at https://dashboard.plaid.com/developers/keys, or call /item/remove for an access token.',
    severity: 'critical',
    keywords: ['access-sandbox-', 'access-production-', 'access-development-'],
    pattern:
      /\b(?<secret>access-(?:sandbox|development|production)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/,
    examples: { match: ['PLAID_ACCESS_TOKEN=access-production-{uuid}'] },
  },
  {
    id: 'plaid-secret',
    title: 'Plaid API secret',
    impact: 'Reads the bank data of every linked person, together with the client id.',
    reference: 'https://plaid.com/docs/api/#api-access',
    remediation:
      'Rotate the secret at https://dashboard.plaid.com/developers/keys, or call /item/remove for an access token.',
    severity: 'critical',
    keywords: ['plaid'],
    value: /[0-9a-z]{30}/,
    assigned: true,
    minEntropy: 3,
    companions: [
      { name: 'client id', pattern: /client_?id[^A-Za-z0-9\n]{1,8}(?<value>[0-9a-f]{24})\b/i, within: 256 },
    ],
    examples: { match: ['PLAID_CLIENT_ID={hex:24}\nPLAID_SECRET={hex:30}'] },
  },
]);
