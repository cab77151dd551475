import { defineRules } from './define.js';

export const rules = defineRules('rollbar', [
  {
    id: 'rollbar-access-token',
    title: 'Rollbar access token',
    impact: 'Reads errors of the project, or sends made-up ones.',
    reference: 'https://docs.rollbar.com/docs/access-tokens',
    remediation: "Disable it in the project's or account's settings under Access Tokens.",
    severity: 'medium',
    keywords: ['rollbar'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['ROLLBAR_ACCESS_TOKEN={hex:32}', "'rollbar_access_token': '{hex:32}'"] },
  },
]);
