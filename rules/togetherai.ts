import { defineRules } from './define.js';

export const rules = defineRules('togetherai', [
  {
    id: 'togetherai-api-key',
    title: 'Together AI API key',
    impact: "Uses models at the account's cost.",
    reference: 'https://docs.together.ai/docs/api-keys-authentication',
    remediation: 'Delete it at https://api.together.ai/settings/projects.',
    keywords: ['tgp_v1_'],
    pattern: /\b(?<secret>tgp_v1_[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['TOGETHER_API_KEY=tgp_v1_{base64url:43}'] },
  },
  {
    id: 'togetherai-legacy-api-key',
    title: 'Together AI API key (64 hex digits)',
    impact: "Uses models at the account's cost.",
    reference: 'https://docs.together.ai/docs/api-keys-authentication',
    remediation: 'Delete it at https://api.together.ai/settings/projects.',
    keywords: ['together_ai', 'togetherai', 'together_api', 'together.ai', 'together.xyz'],
    value: /[0-9a-f]{64}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['TOGETHER_AI_API_KEY={hex:64}', 'TOGETHERAI_KEY={hex:64}'] },
  },
]);
