import { defineRules } from './define.js';

export const rules = defineRules('yelp', [
  {
    id: 'yelp-api-key',
    title: 'Yelp API key',
    impact: "Searches at the account's limits.",
    reference: 'https://docs.developer.yelp.com/docs/fusion-authentication',
    remediation: 'Delete it at https://www.yelp.com/developers/v3/manage_app.',
    severity: 'low',
    keywords: ['yelp'],
    value: /(?=[A-Za-z_-]{0,127}[0-9])[A-Za-z0-9_-]{128}/,
    minEntropy: 3.3,
    examples: { match: ['YELP_API_KEY={base64url:128}', "'yelp_api_key': '{base64url:128}'"] },
  },
]);
