import { defineRules } from './define.js';

export const rules = defineRules('box', [
  {
    id: 'box-token',
    title: 'Box API token or client secret',
    impact: 'Reads and changes the files of the user or enterprise.',
    reference: 'https://developer.box.com/guides/authentication/tokens/developer-tokens/',
    remediation: 'Revoke the token in the Box developer console.',
    keywords: [
      'box_api',
      'box_token',
      'box_developer',
      'box_client',
      'box_access',
      'box_secret',
      'box_dev',
      'boxapi',
      'boxsdk',
      'box-api',
      'box_key',
      'api.box.com',
      'box-',
    ],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.8,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['BOX_API_API_KEY={alnum:32}', 'box_api.token: "{alnum:32}"'],
      noMatch: ['BOX_API_API_KEY={alnum:16}'],
    },
  },
]);
