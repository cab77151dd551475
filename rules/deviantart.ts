import { defineRules } from './define.js';

export const rules = defineRules('deviantart', [
  {
    id: 'deviantart-secret',
    title: 'DeviantArt client secret or token',
    impact: 'Acts as the application, or as the user who let it.',
    reference: 'https://www.deviantart.com/developers/authentication',
    remediation: 'Regenerate the secret at https://www.deviantart.com/developers/apps.',
    keywords: ['deviantart', 'deviant_art'],
    value: /[0-9a-f]{32}|(?=[A-Za-z]{0,49}[0-9])[A-Za-z0-9]{40,80}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['DEVIANTART_API_KEY={hex:32}', 'deviantart_token: "{hex:32}"'],
      noMatch: ['DEVIANTART_API_KEY={hex:16}'],
    },
  },
]);
