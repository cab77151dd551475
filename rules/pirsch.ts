import { defineRules } from './define.js';

export const rules = defineRules('pirsch', [
  {
    id: 'pirsch-access-key',
    title: 'Pirsch access key',
    impact: 'Sends made-up visits to the account.',
    reference: 'https://docs.pirsch.io/api-sdks/api',
    remediation: "Delete the client in Pirsch's settings under Developer.",
    severity: 'low',
    keywords: ['pirsch'],
    value: /pa_[A-Za-z0-9]{20,64}/,
    minEntropy: 3.3,
    examples: { match: ['PIRSCH_ACCESS_KEY=pa_{alnum:50}'] },
  },
]);
