import { defineRules } from './define.js';

export const rules = defineRules('gocardless', [
  {
    id: 'gocardless-api-token',
    title: 'GoCardless access token',
    impact: "Collects payments and reads the merchant's customers.",
    reference: 'https://developer.gocardless.com/api-reference/#making-requests',
    remediation: 'Revoke the token in GoCardless under Developers.',
    severity: 'critical',
    keywords: ['gocardless'],
    value: /(?:live|sandbox)_[A-Za-z0-9_=-]{40}/,
    minEntropy: 3.8,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['GOCARDLESS_API_KEY=live_{base64url:40}', 'gocardless.token: "live_{base64url:40}"'],
      noMatch: ['GOCARDLESS_API_KEY=live_{base64url:20}'],
    },
  },
]);
