import { defineRules } from './define.js';

export const rules = defineRules('thunderstore', [
  {
    id: 'thunderstore-api-token',
    title: 'Thunderstore API token',
    impact: 'Publishes mods of the team: a way into everybody who installs them.',
    reference: 'https://thunderstore.io/api/docs/',
    remediation: 'Revoke it at https://thunderstore.io/settings.',
    keywords: ['tss_'],
    pattern: /\b(?<secret>tss_(?=[A-Za-z_-]{0,35}[0-9])[A-Za-z0-9_-]{36,80})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['TCLI_AUTH_TOKEN=tss_{alnum:38}'] },
  },
]);
