import { defineRules } from './define.js';

export const rules = defineRules('midtrans', [
  {
    id: 'midtrans-server-key',
    title: 'Midtrans server key',
    impact: 'Takes and refunds payments of the merchant.',
    reference: 'https://docs.midtrans.com/docs/api-authorization-headers',
    remediation: 'Ask for a new key at https://dashboard.midtrans.com/settings/config_info.',
    severity: 'critical',
    keywords: ['mid-server-'],
    pattern: /\b(?<secret>(?:SB-)?Mid-server-[A-Za-z0-9_-]{16,40})(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: { match: ['MIDTRANS_SERVER_KEY=SB-Mid-server-{alnum:24}'] },
  },
]);
