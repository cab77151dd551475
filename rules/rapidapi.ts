import { defineRules } from './define.js';

export const rules = defineRules('rapidapi', [
  {
    id: 'rapidapi-key',
    title: 'RapidAPI key',
    impact: "Calls APIs at the account's cost.",
    reference: 'https://docs.rapidapi.com/docs/keys-and-key-rotation',
    remediation: 'Rotate it at https://rapidapi.com/developer/apps.',
    keywords: ['msh'],
    pattern:
      /(?<![A-Za-z0-9])(?<secret>[0-9a-z]{8,12}msh[0-9a-f]{15}p1[0-9a-f]{5,6}jsn[0-9a-f]{12})(?![A-Za-z0-9])/,
    minEntropy: 3.3,
    examples: { match: ['x-rapidapi-key: {hex:10}msh{hex:15}p1{hex:5}jsn{hex:12}'] },
  },
  {
    id: 'rapidapi-key-nearby',
    title: 'RapidAPI key by its name',
    impact: "Calls APIs at the account's cost.",
    reference: 'https://docs.rapidapi.com/docs/keys-and-key-rotation',
    remediation: 'Rotate it at https://rapidapi.com/developer/apps.',
    keywords: ['rapidapi', 'rapid_api', 'rapid-api'],
    value: /(?=[A-Za-z_-]{0,49}[0-9])[A-Za-z0-9_-]{50}/,
    minEntropy: 3.3,
    exclude: /msh[0-9a-f]{15}p1/,
    examples: { match: ['RAPIDAPI_KEY={loweralnum:50}'] },
  },
]);
