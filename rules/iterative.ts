import { defineRules } from './define.js';

export const rules = defineRules('iterative', [
  {
    id: 'iterative-studio-token',
    title: 'Iterative DVC Studio token',
    impact: "Reads and changes the user's projects and experiments.",
    reference: 'https://dvc.org/doc/studio/user-guide/account-management',
    remediation: 'Revoke the token in DVC Studio under Profile.',
    keywords: ['isat_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>isat_[A-Za-z0-9]{48,56})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['DVC_STUDIO_TOKEN=isat_{alnum:50}'], noMatch: ['isat_{alnum:10}'] },
  },
]);
