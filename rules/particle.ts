import { defineRules } from './define.js';

export const rules = defineRules('particle', [
  {
    id: 'particle-access-token',
    title: 'Particle access token',
    impact: "Controls the account's devices.",
    reference: 'https://docs.particle.io/reference/cloud-apis/api/#authentication',
    remediation: 'Delete it with `particle token revoke`.',
    keywords: ['api.particle.io'],
    pattern: /\bapi\.particle\.io\/v1[^\0]{0,200}?(?:Bearer |access_token=)(?<secret>[0-9a-f]{40})\b/,
    minEntropy: 3,
    examples: {
      match: [
        'curl https://api.particle.io/v1/devices -H "Authorization: Bearer {hex:40}"',
        'https://api.particle.io/v1/devices?access_token={hex:40}',
      ],
    },
  },
]);
