import { defineRules } from './define.js';

export const rules = defineRules('lighton', [
  {
    id: 'lighton-api-key',
    title: 'LightOn Paradigm API key',
    impact: 'Reads the documents of the user and runs models.',
    reference: 'https://docs.lighton.ai/',
    remediation: 'Delete the key in the settings of the Paradigm platform.',
    keywords: ['lighton', 'paradigm_api', 'paradigm_key'],
    value: /(?=[A-Za-z_-]{0,49}[0-9])[A-Za-z0-9_-]{40,80}/,
    assigned: true,
    minEntropy: 3.8,
    examples: {
      match: ['LIGHTON_API_KEY={base64url:48}', 'lighton_token: "{base64url:48}"'],
      noMatch: ['LIGHTON_API_KEY={alnum:20}'],
    },
  },
]);
