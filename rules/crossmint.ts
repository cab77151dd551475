import { defineRules } from './define.js';

export const rules = defineRules('crossmint', [
  {
    id: 'crossmint-api-key',
    title: 'Crossmint server API key',
    impact: "Mints and moves tokens in the project's name.",
    reference: 'https://docs.crossmint.com/introduction/platform/api-keys/overview',
    remediation: 'Delete the key in the Crossmint console.',
    keywords: ['ck_staging_', 'ck_production_', 'sk_staging_', 'sk_production_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>[cs]k_(?:staging|production)_[A-Za-z0-9]{28,200})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['CROSSMINT_TOKEN=sk_production_{alnum:80}', 'key: "sk_production_{alnum:80}"'],
      noMatch: ['sk_production_{alnum:10}'],
    },
  },
]);
