import { defineRules } from './define.js';

export const rules = defineRules('resend', [
  {
    id: 'resend-api-key',
    title: 'Resend API key',
    impact: "Sends mail from the account's domains.",
    reference: 'https://resend.com/docs/dashboard/api-keys/introduction',
    remediation: 'Delete it at https://resend.com/api-keys.',
    keywords: ['resend', '=re_', '"re_', "'re_", 'bearer re_', ': re_'],
    pattern:
      /(?<![A-Za-z0-9_])(?<secret>re_[A-Za-z0-9]{6,10}_(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{22,30})(?![A-Za-z0-9_])/,
    minEntropy: 3.5,
    examples: { match: ['RESEND_API_KEY=re_{alnum:8}_{alnum:24}'] },
  },
]);
