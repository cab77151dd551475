import { defineRules } from './define.js';

export const rules = defineRules('dynatrace', [
  {
    id: 'dynatrace-token',
    title: 'Dynatrace token',
    impact: 'Reads, and within its scopes changes, the environment.',
    reference: 'https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication',
    remediation: 'Delete the token in Dynatrace under Access tokens.',
    keywords: ['dt0c01.', 'dt0s', 'dt0c'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>dt0[a-zA-Z]\d{2}\.[A-Za-z0-9]{8,24}\.[A-Za-z0-9]{64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: [
        'DYNATRACE_TOKEN=dt0c01.{upperalnum:24}.{upperalnum:64}',
        'key: "dt0c01.{upperalnum:24}.{upperalnum:64}"',
      ],
      noMatch: ['dt0c01.{upperalnum:24}.{upperalnum:32}'],
    },
  },
]);
