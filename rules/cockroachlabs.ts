import { defineRules } from './define.js';

export const rules = defineRules('cockroachlabs', [
  {
    id: 'cockroachlabs-api-key',
    title: 'CockroachDB Cloud API key',
    impact: "Manages the organisation's clusters.",
    reference: 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access#api-access',
    remediation: 'Delete the key under Access management, Service accounts.',
    keywords: ['ccdb1_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['COCKROACHLABS_TOKEN=CCDB1_{alnum:22}_{alnum:40}', 'key: "CCDB1_{alnum:22}_{alnum:40}"'],
      noMatch: ['CCDB1_{alnum:22}_{alnum:20}'],
    },
  },
]);
