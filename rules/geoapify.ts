import { defineRules } from './define.js';

export const rules = defineRules('geoapify', [
  {
    id: 'geoapify-api-key',
    title: 'Geoapify API key',
    impact: "Queries maps at the owner's cost.",
    reference: 'https://apidocs.geoapify.com/docs/geocoding/forward-geocoding/',
    remediation: 'Delete the key in Geoapify under My projects.',
    severity: 'low',
    keywords: ['geoapify'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.1,
    examples: {
      match: ['GEOAPIFY_API_KEY={hex:32}', 'geoapify.token: "{hex:32}"'],
      noMatch: ['GEOAPIFY_API_KEY={hex:16}'],
    },
  },
]);
