import { defineRules } from './define.js';

export const rules = defineRules('abstract', [
  {
    id: 'abstract-api-key',
    title: 'Abstract API key',
    impact: "Calls the Abstract APIs at the owner's cost.",
    reference: 'https://docs.abstractapi.com/api/ip-geolocation#api-key',
    remediation: 'Rotate the key at https://app.abstractapi.com.',
    keywords: ['abstract_api', 'abstractapi', 'abstract-api', 'abstract api', 'abstract'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.3,
    examples: {
      match: ['ABSTRACT_API_API_KEY={loweralnum:32}', 'abstract_api.token: "{loweralnum:32}"'],
      noMatch: ['ABSTRACT_API_API_KEY={loweralnum:16}'],
    },
  },
]);
