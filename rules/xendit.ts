import { defineRules } from './define.js';

export const rules = defineRules('xendit', [
  {
    id: 'xendit-secret-key',
    title: 'Xendit secret key',
    impact: 'Takes payments and pays out from the account.',
    reference: 'https://docs.xendit.co/docs/api-keys',
    remediation: 'Revoke it at https://dashboard.xendit.co/settings/developers#api-keys.',
    severity: 'critical',
    keywords: ['xnd_production_', 'xnd_development_'],
    pattern: /\b(?<secret>xnd_(?:production|development)_(?!public_)[A-Za-z0-9]{40,100})(?![A-Za-z0-9_])/,
    minEntropy: 3.8,
    examples: { match: ['XENDIT_KEY=xnd_production_{alnum:60}'] },
  },
]);
