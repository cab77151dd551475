import { defineRules } from './define.js';

export const rules = defineRules('tomtom', [
  {
    id: 'tomtom-api-key',
    title: 'TomTom API key',
    impact: "Uses maps at the account's cost.",
    reference: 'https://developer.tomtom.com/knowledgebase/platform/articles/how-to-get-an-tomtom-api-key/',
    remediation: 'Delete it at https://developer.tomtom.com/user/me/apps.',
    severity: 'low',
    keywords: ['tomtom'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['TOMTOM_API_KEY={alnum:32}', "'tomtom_api_key': '{alnum:32}'"] },
  },
]);
