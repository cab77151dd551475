import { defineRules } from './define.js';

export const rules = defineRules('pepipost', [
  {
    id: 'pepipost-api-key',
    title: 'Pepipost API key',
    impact: 'Sends mail as the account.',
    reference: 'https://docs.pepipost.com',
    remediation: "Regenerate it in Pepipost's settings.",
    keywords: ['pepipost'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: { match: ['PEPIPOST_API_KEY={loweralnum:32}', "'pepipost_api_key': '{loweralnum:32}'"] },
  },
  {
    id: 'pepipost-token',
    title: 'Pepipost API key with dashes',
    impact: 'Sends mail as the account.',
    reference: 'https://docs.pepipost.com',
    remediation: "Regenerate it in Pepipost's settings.",
    keywords: ['pepipost'],
    value: /(?=[a-z-]{0,31}[0-9])(?=[a-z0-9]{0,31}-)[a-z0-9-]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: { match: ['PEPIPOST_TOKEN={loweralnum:15}-{loweralnum:16}'] },
  },
]);
