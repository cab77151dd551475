import { defineRules } from './define.js';

export const rules = defineRules('runway', [
  {
    id: 'runway-api-key',
    title: 'Runway API key',
    impact: "Makes videos at the account's cost.",
    reference: 'https://docs.dev.runwayml.com/guides/setup/',
    remediation: 'Disable it at https://dev.runwayml.com.',
    keywords: ['key_'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>key_[0-9a-fA-F]{128})(?![A-Za-z0-9_])/,
    minEntropy: 3,
    examples: { match: ['RUNWAYML_API_SECRET=key_{hex:128}'] },
  },
]);
