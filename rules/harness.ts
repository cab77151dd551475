import { defineRules } from './define.js';

export const rules = defineRules('harness', [
  {
    id: 'harness-token',
    title: 'Harness access token',
    impact: "Acts as the user or service account in the account's pipelines.",
    reference: 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/',
    remediation: 'Delete the token in Harness under Profile or Service accounts.',
    severity: 'critical',
    keywords: ['pat.', 'sat.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>[ps]at\.[A-Za-z0-9_-]{22}\.[0-9A-Za-z]{24}\.[A-Za-z0-9]{20})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
    minEntropy: 3.8,
    examples: {
      match: [
        'HARNESS_TOKEN=pat.{alnum:22}.{hex:24}.{alnum:20}',
        'key: "pat.{alnum:22}.{hex:24}.{alnum:20}"',
      ],
      noMatch: ['pat.{alnum:22}.{hex:24}.{alnum:10}'],
    },
  },
]);
