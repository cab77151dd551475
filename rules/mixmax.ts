import { defineRules } from './define.js';

export const rules = defineRules('mixmax', [
  {
    id: 'mixmax-api-token',
    title: 'Mixmax API token',
    impact: 'Sends mail and reads contacts as its user.',
    reference: 'https://developer.mixmax.com/reference/getting-started-with-the-api',
    remediation: "Delete it in Mixmax's settings under Integrations.",
    keywords: ['mixmax'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['MIXMAX_API_TOKEN={uuid}', "'mixmax_api_token': '{uuid}'"] },
  },
]);
