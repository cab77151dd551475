import { defineRules } from './define.js';

export const rules = defineRules('upcloud', [
  {
    id: 'upcloud-api-token',
    title: 'UpCloud API token',
    impact: "Manages the account's servers.",
    reference: 'https://developers.upcloud.com/1.3/3-accounts/#tokens',
    remediation: 'Delete it at https://hub.upcloud.com/account/api-tokens.',
    severity: 'critical',
    keywords: ['ucat_'],
    pattern: /\b(?<secret>ucat_[A-Za-z0-9]{24,32})\b/,
    minEntropy: 3,
    examples: { match: ['UPCLOUD_TOKEN=ucat_{upperalnum:26}'] },
  },
]);
