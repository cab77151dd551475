import { defineRules } from './define.js';

export const rules = defineRules('nylas', [
  {
    id: 'nylas-api-key',
    title: 'Nylas access token',
    impact: 'Reads and sends mail of the connected accounts.',
    reference: 'https://developer.nylas.com/docs/dev-guide/best-practices/#api-keys',
    remediation: 'Delete it at https://dashboard-v3.nylas.com under API Keys.',
    severity: 'critical',
    keywords: ['nylas'],
    value: /(?=[a-z]{0,29}[0-9])[a-z0-9]{30}/,
    assigned: true,
    minEntropy: 3.2,
    examples: { match: ['NYLAS_API_KEY={loweralnum:30}', "'nylas_api_key': '{loweralnum:30}'"] },
  },
  {
    id: 'nylas-v3-api-key',
    title: 'Nylas API key',
    impact: 'Reads and sends mail of the connected accounts.',
    reference: 'https://developer.nylas.com/docs/dev-guide/best-practices/#api-keys',
    remediation: 'Delete it at https://dashboard-v3.nylas.com under API Keys.',
    severity: 'critical',
    keywords: ['nyk_v0_'],
    pattern: /\b(?<secret>nyk_v0_[A-Za-z0-9]{40,80})\b/,
    minEntropy: 3.8,
    examples: { match: ['NYLAS_API_KEY=nyk_v0_{alnum:64}'] },
  },
]);
