import { defineRules } from './define.js';

export const rules = defineRules('rubygems', [
  {
    id: 'rubygems-api-key',
    title: 'RubyGems API key',
    impact: 'Publishes gems as its owner: a way into everybody who installs them.',
    reference: 'https://guides.rubygems.org/api-key-scopes/',
    remediation: 'Delete it at https://rubygems.org/profile/api_keys.',
    severity: 'critical',
    keywords: ['rubygems_'],
    pattern: /\b(?<secret>rubygems_[0-9a-z]{48})\b/,
    minEntropy: 3,
    examples: { match: [':rubygems_api_key: rubygems_{hex:48}'] },
  },
]);
