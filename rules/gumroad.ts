import { defineRules } from './define.js';

export const rules = defineRules('gumroad', [
  {
    id: 'gumroad-access-token',
    title: 'Gumroad access token',
    impact: "Reads the seller's products and sales.",
    reference: 'https://gumroad.com/api',
    remediation: 'Delete the application at https://gumroad.com/settings/advanced.',
    keywords: ['gumroad'],
    value: /[0-9a-f]{64}|(?=[A-Za-z_-]{0,42}[0-9])[A-Za-z0-9_-]{43}/,
    minEntropy: 3.3,
    examples: {
      match: ['GUMROAD_ACCESS_TOKEN={hex:64}', 'gumroad.token: "{alnum:43}"'],
      noMatch: ['GUMROAD_API_KEY={hex:32}'],
    },
  },
]);
