import { defineRules } from './define.js';

export const rules = defineRules('wistia', [
  {
    id: 'wistia-api-token',
    title: 'Wistia API token',
    impact: "Reads, and may change, the account's videos.",
    reference: 'https://docs.wistia.com/docs/making-api-requests',
    remediation: "Delete it in Wistia's account settings under API access.",
    severity: 'medium',
    keywords: ['wistia'],
    value: /(?=[a-z]{0,63}[0-9])[a-z0-9]{64}/,
    minEntropy: 3.2,
    examples: { match: ['WISTIA_API_TOKEN={loweralnum:64}', "'wistia_api_token': '{loweralnum:64}'"] },
  },
]);
