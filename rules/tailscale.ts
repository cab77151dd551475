import { defineRules } from './define.js';

export const rules = defineRules('tailscale', [
  {
    id: 'tailscale-key',
    title: 'Tailscale auth, API or OAuth key',
    impact: 'Joins the private network, or administers it.',
    reference: 'https://tailscale.com/kb/1101/api',
    remediation: 'Revoke it at https://login.tailscale.com/admin/settings/keys.',
    severity: 'critical',
    keywords: ['tskey-'],
    pattern:
      /\b(?<secret>tskey-(?:(?:auth|api|client|scim|webhook)-)?[A-Za-z0-9]{8,24}(?:-[A-Za-z0-9]{10,48}){1,4}|tskey-(?:auth|api|client|scim|webhook)-[A-Za-z0-9_-]{20,80})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['TS_AUTHKEY=tskey-auth-{alnum:16}-{alnum:32}', 'tskey-api-{alnum:12}-{alnum:32}'] },
  },
]);
