import { defineRules } from './define.js';

export const rules = defineRules('pulumi', [
  {
    id: 'pulumi-access-token',
    title: 'Pulumi access token',
    impact: 'Reads stack state with its secrets, and changes the infrastructure.',
    reference: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/',
    remediation: 'Delete it at https://app.pulumi.com/account/tokens.',
    severity: 'critical',
    keywords: ['pul-'],
    pattern: /\b(?<secret>pul-[0-9a-z]{40})\b/,
    minEntropy: 3,
    examples: { match: ['PULUMI_ACCESS_TOKEN=pul-{hex:40}'] },
  },
]);
