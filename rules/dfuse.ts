import { defineRules } from './define.js';

export const rules = defineRules('dfuse', [
  {
    id: 'dfuse-api-key',
    title: 'dfuse API key',
    impact: "Queries blockchain data at the owner's cost.",
    reference: 'https://docs.dfuse.io/platform/dfuse-cloud/authentication',
    remediation: 'Delete the key in the dfuse portal.',
    severity: 'low',
    keywords: ['dfuse'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>(?:web|server|mobile)_[0-9a-z]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.2,
    examples: { match: ['DFUSE_KEY=web_{hex:32}'], noMatch: ['dfuse web_{hex:8}'] },
  },
]);
