import { defineRules } from './define.js';

export const rules = defineRules('duplocloud', [
  {
    id: 'duplocloud-api-token',
    title: 'DuploCloud API token',
    impact: "Manages the tenant's infrastructure.",
    reference: 'https://docs.duplocloud.com/docs/access-control/api-tokens',
    remediation: 'Delete the token in DuploCloud under User, API tokens.',
    keywords: ['aqaaancmnd8bfderjho'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>AQAAANCMnd8BFdERjHo[A-Za-z0-9_-]{200,400})(?![A-Za-z0-9_-])/,
    minEntropy: 4.5,
    examples: {
      match: ['DUPLO_TOKEN=AQAAANCMnd8BFdERjHo{base64url:250}'],
      noMatch: ['AQAAANCMnd8BFdERjHo{alnum:20}'],
    },
  },
]);
