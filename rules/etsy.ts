import { defineRules } from './define.js';

export const rules = defineRules('etsy', [
  {
    id: 'etsy-api-key',
    title: 'Etsy API key',
    impact: "Reads and changes the shops of the app's users.",
    reference: 'https://developers.etsy.com/documentation/essentials/authentication',
    remediation: 'Regenerate the key at https://www.etsy.com/developers/your-apps.',
    severity: 'medium',
    keywords: ['etsy_', 'etsy-', 'etsy.', 'etsyapi', 'etsytoken', 'etsykey', 'etsy'],
    value: /(?=[a-z]{0,23}[0-9])[a-z0-9]{24}/,
    assigned: true,
    minEntropy: 3.3,
    examples: {
      match: ['ETSY_API_KEY={loweralnum:24}', 'etsy.token: "{loweralnum:24}"'],
      noMatch: ['ETSY_API_KEY={loweralnum:12}'],
    },
  },
]);
