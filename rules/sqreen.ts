import { defineRules } from './define.js';

export const rules = defineRules('sqreen', [
  {
    id: 'sqreen-organization-token',
    title: 'Sqreen organization token',
    impact: 'Registers applications with the organization.',
    reference: 'https://docs.sqreen.com',
    remediation: "Rotate the token in the organization's settings.",
    severity: 'low',
    keywords: ['sqreen'],
    value: /org_[0-9a-f]{60,64}/,
    minEntropy: 3,
    examples: { match: ['SQREEN_TOKEN=org_{hex:60}'] },
  },
]);
