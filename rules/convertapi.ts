import { defineRules } from './define.js';

export const rules = defineRules('convertapi', [
  {
    id: 'convertapi-secret',
    title: 'ConvertAPI secret',
    impact: "Converts files at the owner's cost.",
    reference: 'https://docs.convertapi.com/docs/authentication',
    remediation: 'Roll the secret in the ConvertAPI account.',
    severity: 'low',
    keywords: ['convertapi'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>secret_[A-Za-z0-9]{16})(?![A-Za-z0-9_-])/,
    minEntropy: 3.4,
    examples: {
      match: ['CONVERTAPI_SECRET=secret_{alnum:16}'],
      noMatch: ['CONVERTAPI_SECRET=secret_{alnum:4}'],
    },
  },
]);
