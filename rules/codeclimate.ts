import { defineRules } from './define.js';

export const rules = defineRules('codeclimate', [
  {
    id: 'codeclimate-token',
    title: 'Code Climate token or reporter id',
    impact: "Reads the repositories' analyses, or uploads coverage.",
    reference: 'https://docs.codeclimate.com/docs/finding-your-test-coverage-token',
    remediation: 'Regenerate it in Code Climate under Repo settings.',
    severity: 'medium',
    keywords: ['codeclimate', 'code_climate', 'cc_test_reporter'],
    value: /[0-9a-f]{64}|[0-9a-f]{40}/,
    minEntropy: 3.2,
    examples: {
      match: ['CODECLIMATE_API_KEY={hex:64}', 'codeclimate.token: "{hex:64}"'],
      noMatch: ['CODECLIMATE_API_KEY={hex:32}'],
    },
  },
]);
