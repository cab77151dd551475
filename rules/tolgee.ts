import { defineRules } from './define.js';

export const rules = defineRules('tolgee', [
  {
    id: 'tolgee-api-key',
    title: 'Tolgee API key or personal token',
    impact: 'Reads and changes translations of the project.',
    reference: 'https://docs.tolgee.io/platform/account_settings/api_keys_and_pat_tokens',
    remediation: "Delete it in Tolgee's account settings.",
    severity: 'medium',
    keywords: ['tgpak_', 'tgpat_'],
    pattern: /\b(?<secret>tgpa[kt]_[a-z0-9]{36,80})\b/,
    minEntropy: 3.3,
    examples: { match: ['TOLGEE_API_KEY=tgpak_{loweralnum:52}'] },
  },
]);
