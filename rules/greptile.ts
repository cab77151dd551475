import { defineRules } from './define.js';

export const rules = defineRules('greptile', [
  {
    id: 'greptile-api-key',
    title: 'Greptile API key',
    impact: 'Reads the source code that Greptile has indexed.',
    reference: 'https://www.greptile.com/docs/api-reference',
    remediation: 'Delete the key at https://app.greptile.com.',
    keywords: ['greptile'],
    value: /(?=[A-Za-z+/]{0,47}[0-9])[A-Za-z0-9+/]{48}/,
    assigned: true,
    minEntropy: 4,
    examples: {
      match: ['GREPTILE_API_KEY={base64:48}', 'greptile_token: "{base64:48}"'],
      noMatch: ['GREPTILE_API_KEY={alnum:20}'],
    },
  },
]);
