import { defineRules } from './define.js';

export const rules = defineRules('shortcut', [
  {
    id: 'shortcut-api-token',
    title: 'Shortcut API token',
    impact: 'Reads and changes stories as its user.',
    reference: 'https://developer.shortcut.com/api/rest/v3#Authentication',
    remediation: 'Delete it at https://app.shortcut.com/settings/account/api-tokens.',
    keywords: ['shortcut', 'clubhouse'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['SHORTCUT_API_TOKEN={uuid}', "'shortcut_api_token': '{uuid}'"] },
  },
]);
