import { defineRules } from './define.js';

export const rules = defineRules('nutritionix', [
  {
    id: 'nutritionix-api-key',
    title: 'Nutritionix API key',
    impact: "Uses the API at the account's cost.",
    reference: 'https://docx.syndigo.com/developers/docs/nutritionix-api-guide',
    remediation: 'Delete it at https://developer.nutritionix.com/admin/access_details.',
    severity: 'low',
    keywords: ['nutritionix'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: { match: ['NUTRITIONIX_API_KEY={loweralnum:32}', "'nutritionix_api_key': '{loweralnum:32}'"] },
  },
]);
