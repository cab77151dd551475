import { defineRules } from './define.js';

export const rules = defineRules('mintlify', [
  {
    id: 'mintlify-api-key',
    title: 'Mintlify API key',
    impact: "Starts deployments, or asks the assistant at the account's cost.",
    reference: 'https://www.mintlify.com/docs/api-reference/introduction',
    remediation: 'Revoke it at https://dashboard.mintlify.com/settings/organization/api-keys.',
    severity: 'medium',
    keywords: ['mint_dsc_', 'mintlify'],
    pattern: /\b(?<secret>mint_(?:dsc_)?(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{22,40})\b/,
    minEntropy: 3.3,
    examples: { match: ['MINTLIFY_KEY=mint_dsc_{alnum:24}'] },
  },
]);
