import { defineRules } from './define.js';

export const rules = defineRules('besttime', [
  {
    id: 'besttime-private-key',
    title: 'BestTime private key',
    impact: "Queries foot traffic at the owner's cost.",
    reference: 'https://documentation.besttime.app/',
    remediation: 'Make a new key in the BestTime account.',
    severity: 'low',
    keywords: ['besttime', 'api_key_private'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>pri_[0-9a-f]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.2,
    examples: { match: ['api_key_private=pri_{hex:32}'], noMatch: ['besttime: pri_{hex:8}'] },
  },
]);
