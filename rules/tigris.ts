import { defineRules } from './define.js';

export const rules = defineRules('tigris', [
  {
    id: 'tigris-secret-key',
    title: 'Tigris secret access key',
    impact: 'Reads and writes the buckets the key is for.',
    reference: 'https://www.tigrisdata.com/docs/iam/manage-access-key/',
    remediation: 'Delete it at https://console.tigris.dev under Access keys.',
    severity: 'critical',
    keywords: ['tsec_'],
    pattern: /\b(?<secret>tsec_[A-Za-z0-9_+/-]{40,80})(?![A-Za-z0-9_+/-])/,
    minEntropy: 3.8,
    companions: [{ name: 'access key id', pattern: /\b(?<value>tid_[A-Za-z0-9_-]{20,60})\b/, within: 256 }],
    examples: { match: ['AWS_ACCESS_KEY_ID=tid_{alnum:40}\nAWS_SECRET_ACCESS_KEY=tsec_{alnum:60}'] },
  },
]);
