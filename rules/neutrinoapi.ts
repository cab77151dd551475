import { defineRules } from './define.js';

export const rules = defineRules('neutrinoapi', [
  {
    id: 'neutrinoapi-key',
    title: 'Neutrino API key',
    impact: "Uses the APIs at the account's cost.",
    reference: 'https://www.neutrinoapi.com/api/api-basics/',
    remediation: 'Delete it at https://www.neutrinoapi.com/account/keys/.',
    severity: 'medium',
    keywords: ['neutrinoapi', 'neutrino_api'],
    value: /(?=[A-Za-z]{0,47}[0-9])[A-Za-z0-9]{48}/,
    minEntropy: 3.3,
    examples: { match: ['NEUTRINOAPI_API_KEY={alnum:48}', "'neutrinoapi_api_key': '{alnum:48}'"] },
  },
]);
