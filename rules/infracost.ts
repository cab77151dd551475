import { defineRules } from './define.js';

export const rules = defineRules('infracost', [
  {
    id: 'infracost-api-key',
    title: 'Infracost API key',
    impact: 'Reads prices and uploads estimates for the organisation.',
    reference: 'https://www.infracost.io/docs/#2-get-api-key',
    remediation: 'Rotate the key in Infracost under Org settings.',
    severity: 'low',
    keywords: ['ico-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>ico-[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['INFRACOST_TOKEN=ico-{alnum:32}', 'key: "ico-{alnum:32}"'],
      noMatch: ['ico-{alnum:16}'],
    },
  },
]);
