import { defineRules } from './define.js';

export const rules = defineRules('rainforestpay', [
  {
    id: 'rainforestpay-api-key',
    title: 'Rainforest Pay API key',
    impact: "Takes payments and pays out for the platform's merchants.",
    reference: 'https://docs.rainforestpay.com/docs/authentication',
    remediation: 'Delete it in the Rainforest portal.',
    severity: 'critical',
    keywords: ['apikey_'],
    pattern: /\b(?<secret>(?:sbx_)?apikey_[0-9a-f]{64})\b/,
    minEntropy: 3,
    examples: { match: ['RAINFOREST_API_KEY=apikey_{hex:64}'] },
  },
]);
