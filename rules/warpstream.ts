import { defineRules } from './define.js';

export const rules = defineRules('warpstream', [
  {
    id: 'warpstream-api-key',
    title: 'WarpStream API key',
    impact: "Manages the account's clusters.",
    reference: 'https://docs.warpstream.com/warpstream/reference/api-reference/api-keys',
    remediation: 'Delete it at https://console.warpstream.com.',
    severity: 'critical',
    keywords: ['aks_'],
    pattern: /\b(?<secret>aks_[0-9a-f]{64})\b/,
    minEntropy: 3,
    examples: { match: ['WARPSTREAM_API_KEY=aks_{hex:64}'] },
  },
]);
