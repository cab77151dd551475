import { defineRules } from './define.js';

export const rules = defineRules('circleci', [
  {
    id: 'circleci-api-token',
    title: 'CircleCI personal or project API token',
    impact: 'Starts pipelines and reads their contexts and logs.',
    reference: 'https://circleci.com/docs/managing-api-tokens/',
    remediation: 'Delete the token at https://app.circleci.com/settings/user/tokens.',
    severity: 'critical',
    keywords: ['ccipat_', 'cciprj_'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>CCI(?:PAT|PRJ)_[A-Za-z0-9]{22}_[A-Za-z0-9]{40,42})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: {
      match: ['CIRCLECI_TOKEN=CCIPAT_{alnum:22}_{hex:40}', 'key: "CCIPAT_{alnum:22}_{hex:40}"'],
      noMatch: ['CCIPAT_{alnum:22}_{hex:20}'],
    },
  },
  {
    id: 'circleci-legacy-token',
    title: 'CircleCI API token (older form)',
    impact: 'Starts pipelines and reads their contexts and logs.',
    reference: 'https://circleci.com/docs/managing-api-tokens/',
    remediation: 'Delete the token at https://app.circleci.com/settings/user/tokens.',
    keywords: ['circleci', 'circle_ci', 'circle-token', 'circle_token', 'circle-ci'],
    value: /[0-9a-fA-F]{40}/,
    assigned: true,
    minEntropy: 3.2,
    examples: { match: ['CIRCLECI_TOKEN={hex:40}'], noMatch: ['CIRCLECI_TOKEN={hex:20}'] },
  },
]);
