import { defineRules } from './define.js';

export const rules = defineRules('branchio', [
  {
    id: 'branch-secret',
    title: 'Branch secret',
    impact: "Reads and changes the app's links.",
    reference: 'https://help.branch.io/developers-hub/docs/links-api',
    remediation: 'Regenerate the secret in the Branch dashboard under Account settings.',
    keywords: ['secret_live_', 'secret_test_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>secret_(?:live|test)_[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['branch_secret: secret_live_{alnum:32}'], noMatch: ['secret_live_{alnum:8}'] },
  },
  {
    id: 'branch-key',
    title: 'Branch key',
    impact: 'Makes links for the app.',
    reference: 'https://help.branch.io/developers-hub/docs/links-api',
    remediation: 'Make a new app in the Branch dashboard; the key cannot be changed.',
    severity: 'low',
    keywords: ['key_live_', 'key_test_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>key_(?:live|test)_[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['branch_key: key_live_{alnum:32}'], noMatch: ['key_live_{alnum:8}'] },
  },
]);
