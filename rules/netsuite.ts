import { defineRules } from './define.js';

export const rules = defineRules('netsuite', [
  {
    id: 'netsuite-token-secret',
    title: 'NetSuite token or consumer secret',
    impact: "Reads and changes the company's books.",
    reference: 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_4247337262.html',
    remediation: 'Revoke it in NetSuite under Setup > Users/Roles > Access Tokens.',
    severity: 'critical',
    keywords: ['netsuite'],
    value: /(?=[A-Za-z]{0,63}[0-9])[A-Za-z0-9]{64}/,
    assigned: true,
    minEntropy: 4,
    examples: { match: ['NETSUITE_TOKEN_SECRET={alnum:64}'] },
  },
]);
