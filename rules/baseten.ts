import { defineRules } from './define.js';

export const rules = defineRules('baseten', [
  {
    id: 'baseten-api-key',
    title: 'Baseten API key',
    impact: "Deploys and runs models at the owner's cost.",
    reference: 'https://docs.baseten.co/organization/api-keys',
    remediation: 'Delete the key in the Baseten workspace settings.',
    keywords: ['baseten'],
    value: /[A-Za-z0-9]{8}\.[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.8,
    examples: {
      match: ['BASETEN_API_KEY={alnum:8}.{alnum:32}', 'baseten_token: "{alnum:8}.{alnum:32}"'],
      noMatch: ['BASETEN_API_KEY={alnum:8}.{alnum:12}'],
    },
  },
]);
