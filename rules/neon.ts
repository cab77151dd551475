import { defineRules } from './define.js';

export const rules = defineRules('neon', [
  {
    id: 'neon-api-key',
    title: 'Neon API key',
    impact: "Manages the account's or organization's databases.",
    reference: 'https://neon.com/docs/manage/api-keys',
    remediation: 'Revoke it at https://console.neon.tech/app/settings/api-keys.',
    severity: 'critical',
    keywords: ['napi_'],
    pattern: /\b(?<secret>napi_[A-Za-z0-9]{60,70})\b/,
    minEntropy: 3.3,
    examples: { match: ['NEON_API_KEY=napi_{loweralnum:64}'] },
  },
]);
