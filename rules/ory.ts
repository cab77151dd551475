import { defineRules } from './define.js';

export const rules = defineRules('ory', [
  {
    id: 'ory-api-key',
    title: 'Ory API key or session token',
    impact: 'Manages the Ory project, or acts as the signed-in person.',
    reference: 'https://www.ory.sh/docs/concepts/personal-access-token',
    remediation: "Revoke it in the Ory Console, or at the token's revocation endpoint.",
    severity: 'critical',
    keywords: ['ory_pat_', 'ory_wak_', 'ory_apikey_', 'ory_st_'],
    pattern: /\b(?<secret>ory_(?:pat|wak|apikey|st)_[A-Za-z0-9]{30,40})\b/,
    minEntropy: 3.3,
    examples: { match: ['ORY_API_KEY=ory_pat_{alnum:32}'] },
  },
  {
    id: 'ory-oauth-token',
    title: 'Ory OAuth token or code',
    impact: 'Acts as the client or person it was issued to.',
    reference: 'https://www.ory.sh/docs/concepts/personal-access-token',
    remediation: "Revoke it in the Ory Console, or at the token's revocation endpoint.",
    keywords: ['ory_at_', 'ory_rt_', 'ory_ac_'],
    pattern: /\b(?<secret>ory_(?:at|rt|ac)_[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['Bearer ory_at_{base64url:43}.{base64url:43}'] },
  },
]);
