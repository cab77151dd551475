import { defineRules } from './define.js';

export const rules = defineRules('workos', [
  {
    id: 'workos-api-key',
    title: 'WorkOS API key',
    impact: 'Reads users and directories of every connected organization.',
    reference: 'https://workos.com/docs/reference/api-authentication',
    remediation: 'Revoke it at https://dashboard.workos.com/api-keys.',
    severity: 'critical',
    keywords: ['sk_live_a2v5xz', 'sk_test_a2v5xz'],
    pattern: /\b(?<secret>sk_(?:live|test)_a2V5Xz[A-Za-z0-9+/]{30,120}={0,2})(?![A-Za-z0-9_+/=])/,
    minEntropy: 3.8,
    examples: { match: ['WORKOS_API_KEY=sk_live_a2V5Xz{alnum:70}'] },
  },
]);
