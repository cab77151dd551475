import { defineRules } from './define.js';

export const rules = defineRules('ghost', [
  {
    id: 'ghost-admin-api-key',
    title: 'Ghost Admin API key',
    impact: "Reads and changes the site's posts, members and settings.",
    reference: 'https://ghost.org/docs/admin-api/#token-authentication',
    remediation: 'Regenerate the key in Ghost Admin under Integrations.',
    keywords: ['ghost', 'admin_api', 'adminapi', 'admin-api'],
    value: /[0-9a-f]{24}:[0-9a-f]{64}/,
    minEntropy: 3.3,
    examples: {
      match: ['GHOST_ADMIN_API_KEY={hex:24}:{hex:64}', 'new GhostAdminAPI({ key: "{hex:24}:{hex:64}" })'],
      noMatch: ['GHOST_CONTENT_API_KEY={hex:24}'],
    },
  },
]);
