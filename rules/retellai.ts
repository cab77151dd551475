import { defineRules } from './define.js';

export const rules = defineRules('retellai', [
  {
    id: 'retellai-api-key',
    title: 'Retell AI API key',
    impact: "Makes calls at the account's cost and reads recordings.",
    reference: 'https://docs.retellai.com/accounts/api-keys-overview',
    remediation: 'Delete it at https://dashboard.retellai.com/apiKey.',
    keywords: ['key_'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>key_[0-9a-f]{28})(?![A-Za-z0-9_])/,
    minEntropy: 3,
    examples: { match: ['Authorization: Bearer key_{hex:28}'] },
  },
]);
