import { defineRules } from './define.js';

export const rules = defineRules('cursor', [
  {
    id: 'cursor-api-key',
    title: 'Cursor API key',
    impact: "Runs agents on the user's repositories and at the user's cost.",
    reference: 'https://docs.cursor.com/en/account/teams/admin-api',
    remediation: 'Delete the key in the Cursor dashboard.',
    keywords: ['key_', 'crsr_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>(?:key|crsr)_[0-9a-f]{64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.4,
    examples: { match: ['CURSOR_TOKEN=key_{hex:64}', 'key: "key_{hex:64}"'], noMatch: ['key_{hex:32}'] },
  },
]);
