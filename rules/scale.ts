import { defineRules } from './define.js';

export const rules = defineRules('scale', [
  {
    id: 'scale-api-key',
    title: 'Scale AI API key',
    impact: "Reads and creates labelling tasks at the account's cost.",
    reference: 'https://docs.scale.com/reference/authentication',
    remediation: 'Revoke it at https://dashboard.scale.com/settings/integrations.',
    keywords: ['live_auth_', 'test_auth_', 'scale_api', 'scaleapi', 'scale.com', 'scale_key', 'live_'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>(?:live|test)_(?:auth_)?[0-9a-f]{32})(?![A-Za-z0-9_])/,
    minEntropy: 3,
    examples: { match: ['SCALE_API_KEY=live_{hex:32}'] },
  },
]);
