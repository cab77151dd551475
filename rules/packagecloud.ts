import { defineRules } from './define.js';

export const rules = defineRules('packagecloud', [
  {
    id: 'packagecloud-token',
    title: 'packagecloud token',
    impact: "Reads, or publishes to, the account's package repositories.",
    reference: 'https://packagecloud.io/docs/api#authentication',
    remediation: 'Regenerate it at https://packagecloud.io/api_token.',
    severity: 'critical',
    keywords: ['packagecloud', 'package_cloud'],
    value: /[0-9a-f]{48}/,
    minEntropy: 3,
    examples: { match: ['PACKAGECLOUD_TOKEN={hex:48}', "'packagecloud_token': '{hex:48}'"] },
  },
]);
