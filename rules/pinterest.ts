import { defineRules } from './define.js';

export const rules = defineRules('pinterest', [
  {
    id: 'pinterest-access-token',
    title: 'Pinterest access or refresh token',
    impact: 'Reads and pins as its user.',
    reference: 'https://developers.pinterest.com/docs/getting-started/authentication-and-scopes/',
    remediation: "Revoke the app's access in the account's security settings.",
    keywords: ['pina_', 'pinr_'],
    pattern: /\b(?<secret>pin[ar]_(?=[A-Za-z_-]{0,60}[0-9])[A-Za-z0-9_-]{32,200})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['PINTEREST_TOKEN=pina_{upperalnum:90}'] },
  },
]);
