import { defineRules } from './define.js';

export const rules = defineRules('zuplo', [
  {
    id: 'zuplo-api-key',
    title: 'Zuplo API key',
    impact: 'Passes for the consumer it was issued to, or manages the account.',
    reference: 'https://zuplo.com/docs/articles/accounts/zuplo-api-keys',
    remediation: 'Delete it at https://portal.zuplo.com under Settings > API keys.',
    keywords: ['zpka_'],
    pattern: /\b(?<secret>zpka_[A-Za-z0-9]{28,40}(?:_[A-Za-z0-9]{8})?)\b/,
    minEntropy: 3.5,
    examples: { match: ['Authorization: Bearer zpka_{hex:32}_{hex:8}'] },
  },
]);
