import { defineRules } from './define.js';

export const rules = defineRules('pivotaltracker', [
  {
    id: 'pivotaltracker-api-token',
    title: 'Pivotal Tracker API token',
    impact: 'Reads and changes stories as its user.',
    reference: 'https://www.pivotaltracker.com/help/api',
    remediation: 'Replace it in the profile.',
    severity: 'medium',
    keywords: ['pivotaltracker', 'pivotal_tracker', 'x-trackertoken', 'trackertoken'],
    value: /[0-9a-f]{32}/,
    minEntropy: 3,
    examples: { match: ['PIVOTALTRACKER_API_TOKEN={hex:32}', "'pivotaltracker_api_token': '{hex:32}'"] },
  },
]);
