import { defineRules } from './define.js';

export const rules = defineRules('e2b', [
  {
    id: 'e2b-api-key',
    title: 'E2B API key',
    impact: "Runs sandboxes at the owner's cost.",
    reference: 'https://e2b.dev/docs/api-key',
    remediation: 'Delete the key in the E2B dashboard.',
    keywords: ['e2b_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>e2b_[0-9a-f]{40})(?![A-Za-z0-9_-])/,
    minEntropy: 3.2,
    examples: { match: ['E2B_TOKEN=e2b_{hex:40}', 'key: "e2b_{hex:40}"'], noMatch: ['e2b_{hex:20}'] },
  },
]);
