import { defineRules } from './define.js';

export const rules = defineRules('abuseipdb', [
  {
    id: 'abuseipdb-api-key',
    title: 'AbuseIPDB API key',
    impact: "Reports and queries addresses in the owner's name.",
    reference: 'https://docs.abuseipdb.com/',
    remediation: 'Revoke the key at https://www.abuseipdb.com/account/api.',
    severity: 'low',
    keywords: ['abuseipdb'],
    value: /[0-9a-f]{80}/,
    minEntropy: 3.3,
    examples: {
      match: ['ABUSEIPDB_API_KEY={hex:80}', 'abuseipdb.token: "{hex:80}"'],
      noMatch: ['ABUSEIPDB_API_KEY={hex:40}'],
    },
  },
]);
