import { defineRules } from './define.js';

export const rules = defineRules('worksnaps', [
  {
    id: 'worksnaps-api-token',
    title: 'Worksnaps API token',
    impact: "Reads the team's time and screenshots.",
    reference: 'https://www.worksnaps.com/api.html',
    remediation: 'Replace it in the profile.',
    keywords: ['worksnaps'],
    value: /(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}/,
    minEntropy: 3.3,
    examples: { match: ['WORKSNAPS_API_TOKEN={alnum:40}', "'worksnaps_api_token': '{alnum:40}'"] },
  },
]);
