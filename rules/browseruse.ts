import { defineRules } from './define.js';

export const rules = defineRules('browseruse', [
  {
    id: 'browseruse-api-key',
    title: 'Browser Use API key',
    impact: "Runs browser agents at the owner's cost.",
    reference: 'https://docs.cloud.browser-use.com/get-started/quickstart',
    remediation: 'Delete the key at https://cloud.browser-use.com/settings.',
    keywords: ['bu_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>bu_[A-Za-z0-9_-]{40,48})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['BROWSERUSE_TOKEN=bu_{base64url:43}', 'key: "bu_{base64url:43}"'],
      noMatch: ['bu_{base64url:21}'],
    },
  },
]);
