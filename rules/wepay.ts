import { defineRules } from './define.js';

export const rules = defineRules('wepay', [
  {
    id: 'wepay-access-token',
    title: 'WePay access token',
    impact: 'Takes and refunds payments of the account.',
    reference: 'https://developer.wepay.com/docs/general/authentication',
    remediation: "Reset it in WePay's app settings.",
    severity: 'critical',
    keywords: ['stage_', 'production_'],
    pattern: /\b(?<secret>(?:STAGE|PRODUCTION)_[0-9a-f]{64})\b/,
    minEntropy: 3,
    examples: { match: ['WEPAY_ACCESS_TOKEN=STAGE_{hex:64}'] },
  },
]);
