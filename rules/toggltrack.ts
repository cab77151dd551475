import { defineRules } from './define.js';

export const rules = defineRules('toggltrack', [
  {
    id: 'toggltrack-api-token',
    title: 'Toggl Track API token',
    impact: "Reads and changes its user's time entries.",
    reference: 'https://engineering.toggl.com/docs/authentication',
    remediation: 'Reset it at https://track.toggl.com/profile.',
    severity: 'medium',
    keywords: ['toggl'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['TOGGL_API_TOKEN={hex:32}', "'toggl_api_token': '{hex:32}'"] },
  },
]);
