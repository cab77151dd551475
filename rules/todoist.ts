import { defineRules } from './define.js';

export const rules = defineRules('todoist', [
  {
    id: 'todoist-api-token',
    title: 'Todoist API token',
    impact: "Reads and changes its user's tasks.",
    reference: 'https://developer.todoist.com/api/v1/#tag/Authorization',
    remediation: 'Reissue it at https://app.todoist.com/app/settings/integrations/developer.',
    severity: 'low',
    keywords: ['todoist'],
    value: /[0-9A-Fa-f]{40}/,
    minEntropy: 3,
    examples: { match: ['TODOIST_API_TOKEN={hex:40}', "'todoist_api_token': '{hex:40}'"] },
  },
]);
