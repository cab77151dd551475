import { defineRules } from './define.js';

export const rules = defineRules('duffel', [
  {
    id: 'duffel-access-token',
    title: 'Duffel access token',
    impact: 'Books and cancels flights for the organisation.',
    reference: 'https://duffel.com/docs/api/overview/making-requests',
    remediation: 'Revoke the token in the Duffel dashboard.',
    keywords: ['duffel_live_', 'duffel_test_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>duffel_(?:live|test)_[A-Za-z0-9_=-]{43})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['DUFFEL_TOKEN=duffel_live_{base64url:43}', 'key: "duffel_live_{base64url:43}"'],
      noMatch: ['duffel_live_{base64url:21}'],
    },
  },
]);
