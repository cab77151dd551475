import { defineRules } from './define.js';

export const rules = defineRules('gitter', [
  {
    id: 'gitter-access-token',
    title: 'Gitter access token',
    impact: 'Reads and posts as the user.',
    reference: 'https://developer.gitter.im/docs/authentication',
    remediation: 'Revoke the token at https://developer.gitter.im/apps.',
    severity: 'medium',
    keywords: ['gitter'],
    value: /[0-9a-f]{40}|(?=[a-z_-]{0,39}[0-9])[a-z0-9_-]{40}/,
    assigned: true,
    minEntropy: 3.3,
    examples: {
      match: ['GITTER_API_KEY={hex:40}', 'gitter.token: "{hex:40}"'],
      noMatch: ['GITTER_API_KEY={hex:20}'],
    },
  },
]);
