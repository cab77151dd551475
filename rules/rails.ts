import { defineRules } from './define.js';

export const rules = defineRules('rails', [
  {
    id: 'rails-secret-key-base',
    title: 'Rails secret key base',
    impact: 'Forges sessions, which can end in running code on the server.',
    reference: 'https://guides.rubyonrails.org/security.html#custom-credentials',
    remediation:
      'Make a new one with `bin/rails secret` or `bin/rails credentials:edit`, and encrypt again what the old one protected.',
    severity: 'critical',
    selfMade: true,
    keywords: ['secret_key_base'],
    pattern: /\bsecret_key_base["']?\s{0,3}(?:=>|[=:])\s{0,3}["']?(?<secret>[0-9a-f]{128})\b/,
    minEntropy: 3,
    examples: { match: ['secret_key_base: {hex:128}'] },
  },
  {
    id: 'rails-master-key',
    title: 'Rails master key',
    impact: "Decrypts the application's credentials.",
    reference: 'https://guides.rubyonrails.org/security.html#custom-credentials',
    remediation:
      'Make a new one with `bin/rails secret` or `bin/rails credentials:edit`, and encrypt again what the old one protected.',
    severity: 'critical',
    selfMade: true,
    keywords: ['rails_master_key'],
    pattern: /\bRAILS_MASTER_KEY["']?\s{0,3}[=:]\s{0,3}["']?(?<secret>[0-9a-f]{32})\b/,
    minEntropy: 3,
    examples: { match: ['RAILS_MASTER_KEY={hex:32}'] },
  },
]);
