import { defineRules } from './define.js';

export const rules = defineRules('pinterest', [
  {
    id: 'pinterest-access-token',
    title: 'Pinterest access or refresh token',
    impact: 'Reads and pins as its user.',
    reference: 'https://developers.pinterest.com/docs/getting-started/authentication-and-scopes/',
    remediation: "Revoke the app's access in the account's security settings.",
    keywords: ['pina_', 'pinr_'],
    pattern: /\b(?<secret>pin[ar]_[A-Z0-9]{60,120})\b/,
    minEntropy: 3.3,
    examples: { match: ['PINTEREST_TOKEN=pina_{upperalnum:90}'] },
  },
]);
