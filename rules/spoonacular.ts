import { defineRules } from './define.js';

export const rules = defineRules('spoonacular', [
  {
    id: 'spoonacular-api-key',
    title: 'spoonacular API key',
    impact: "Uses the API at the account's cost.",
    reference: 'https://spoonacular.com/food-api/docs#Authentication',
    remediation: 'Replace it at https://spoonacular.com/food-api/console.',
    severity: 'low',
    keywords: ['spoonacular'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['SPOONACULAR_API_KEY={hex:32}', "'spoonacular_api_key': '{hex:32}'"] },
  },
]);
