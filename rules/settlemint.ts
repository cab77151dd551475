import { defineRules } from './define.js';

export const rules = defineRules('settlemint', [
  {
    id: 'settlemint-access-token',
    title: 'SettleMint access token',
    impact: "Manages the workspace's or application's blockchain nodes.",
    reference:
      'https://console.settlemint.com/documentation/platform-components/security-and-authentication/personal-access-tokens',
    remediation: 'Revoke it in the SettleMint console.',
    keywords: ['sm_aat_', 'sm_pat_', 'sm_sat_'],
    pattern: /\b(?<secret>sm_[aps]at_[A-Za-z0-9]{16})\b/,
    minEntropy: 3,
    examples: { match: ['SETTLEMINT_TOKEN=sm_pat_{alnum:16}'] },
  },
]);
