import { defineRules } from './define.js';

export const rules = defineRules('mux', [
  {
    id: 'mux-token-secret',
    title: 'Mux access token secret',
    impact: 'Reads, changes and deletes the videos of the environment.',
    reference: 'https://www.mux.com/docs/core/make-api-requests',
    remediation: 'Revoke it at https://dashboard.mux.com/settings/access-tokens.',
    keywords: ['mux_', 'mux-', 'mux.com', 'muxtoken', 'mux token'],
    value: /(?=[A-Za-z+/]{0,74}[0-9])[A-Za-z0-9+/]{75}/,
    minEntropy: 4,
    companions: [
      {
        name: 'token id',
        pattern: /\b(?<value>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/,
        within: 256,
      },
    ],
    examples: { match: ['MUX_TOKEN_ID={uuid}\nMUX_TOKEN_SECRET={base64:75}'] },
  },
]);
