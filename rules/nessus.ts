import { defineRules } from './define.js';

export const rules = defineRules('nessus', [
  {
    id: 'nessus-api-key',
    title: 'Nessus access or secret key',
    impact: 'Starts scans, and reads what the network is vulnerable to.',
    reference: 'https://docs.tenable.com/nessus/Content/GenerateAnAPIKey.htm',
    remediation: 'Generate new keys in Nessus under My Account > API Keys.',
    keywords: ['nessus', 'tenable'],
    value: /[0-9a-f]{64}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['NESSUS_SECRET_KEY={hex:64}', "'nessus_secret_key': '{hex:64}'"] },
  },
]);
