import { defineRules } from './define.js';

export const rules = defineRules('mapquest', [
  {
    id: 'mapquest-api-key',
    title: 'MapQuest API key',
    impact: "Looks up routes at the account's cost.",
    reference: 'https://developer.mapquest.com/documentation/',
    remediation: 'Delete it at https://developer.mapquest.com/user/me/apps.',
    severity: 'low',
    keywords: ['mapquest'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['MAPQUEST_API_KEY={alnum:32}', "'mapquest_api_key': '{alnum:32}'"] },
  },
]);
