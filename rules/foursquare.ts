import { defineRules } from './define.js';

export const rules = defineRules('foursquare', [
  {
    id: 'foursquare-api-key',
    title: 'Foursquare API key or secret',
    impact: "Queries places at the owner's cost.",
    reference: 'https://docs.foursquare.com/developer/reference/authentication',
    remediation: 'Delete the key in the Foursquare developer console.',
    severity: 'medium',
    keywords: ['foursquare'],
    value:
      /fsq3[A-Za-z0-9+/]{43,45}=?|(?=[A-Z]{0,47}[0-9])[A-Z0-9]{48}|(?=[A-Za-z]{0,47}[0-9])[A-Za-z0-9]{48}/,
    minEntropy: 3.8,
    examples: {
      match: ['FOURSQUARE_API_KEY=fsq3{base64:44}', 'foursquare_secret: "{upperalnum:48}"'],
      noMatch: ['FOURSQUARE_API_KEY={upperalnum:24}'],
    },
  },
]);
