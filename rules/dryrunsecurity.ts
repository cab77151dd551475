import { defineRules } from './define.js';

export const rules = defineRules('dryrunsecurity', [
  {
    id: 'dryrunsecurity-api-key',
    title: 'DryRun Security API key',
    impact: "Reads the organisation's code reviews.",
    reference: 'https://docs.dryrun.security/',
    remediation: 'Revoke the key in DryRun Security under Settings.',
    keywords: ['dryrunsec_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>dryrunsec_[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['DRYRUNSECURITY_TOKEN=dryrunsec_{alnum:32}', 'key: "dryrunsec_{alnum:32}"'],
      noMatch: ['dryrunsec_{alnum:16}'],
    },
  },
]);
