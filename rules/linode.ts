import { defineRules } from './define.js';

export const rules = defineRules('linode', [
  {
    id: 'linode-access-token',
    title: 'Linode personal access token',
    impact: "Controls the account's servers.",
    reference: 'https://techdocs.akamai.com/cloud-computing/docs/manage-personal-access-tokens',
    remediation: 'Revoke it at https://cloud.linode.com/profile/tokens.',
    severity: 'critical',
    keywords: ['linode'],
    value: /[0-9a-f]{64}/,
    minEntropy: 3,
    examples: { match: ['LINODE_TOKEN={hex:64}', "'linode_token': '{hex:64}'"] },
  },
]);
