import { defineRules } from './define.js';

export const rules = defineRules('datastax', [
  {
    id: 'datastax-token',
    title: 'DataStax Astra application token',
    impact: "Reads and changes the organisation's databases.",
    reference:
      'https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html',
    remediation: 'Delete the token in Astra under Tokens.',
    severity: 'critical',
    keywords: ['astracs:'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>AstraCS:[A-Za-z0-9:_-]{48,100})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['DATASTAX_TOKEN=AstraCS:{alnum:24}:{hex:64}', 'key: "AstraCS:{alnum:24}:{hex:64}"'],
      noMatch: ['AstraCS:{alnum:10}'],
    },
  },
]);
