import { defineRules } from './define.js';

export const rules = defineRules('mindmeister', [
  {
    id: 'mindmeister-token',
    title: 'MindMeister API token',
    impact: "Reads and changes its user's maps.",
    reference: 'https://developers.mindmeister.com/docs/getting-started',
    remediation: "Revoke it in MindMeister's account settings.",
    severity: 'medium',
    keywords: ['mindmeister'],
    value: /(?=[A-Za-z]{0,42}[0-9])[A-Za-z0-9]{43}/,
    minEntropy: 3.3,
    examples: { match: ['MINDMEISTER_TOKEN={alnum:43}', "'mindmeister_token': '{alnum:43}'"] },
  },
]);
