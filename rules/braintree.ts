import { defineRules } from './define.js';

export const rules = defineRules('braintree', [
  {
    id: 'braintree-private-key',
    title: 'Braintree private key',
    impact: "Charges cards and reads the merchant's transactions.",
    reference: 'https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials',
    remediation: 'Revoke the key in the Braintree control panel under API keys.',
    severity: 'critical',
    keywords: ['braintree'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['BRAINTREE_API_KEY={hex:32}', 'braintree.token: "{hex:32}"'],
      noMatch: ['BRAINTREE_API_KEY={hex:16}'],
    },
  },
  {
    id: 'braintree-tokenization-key',
    title: 'Braintree tokenisation key',
    impact: 'Turns payment details into tokens for the merchant.',
    reference: 'https://developer.paypal.com/braintree/docs/guides/authorization/tokenization-key',
    remediation: 'Revoke the key in the Braintree control panel under API keys.',
    severity: 'low',
    keywords: ['braintree'],
    value: /(?:sandbox|production)_[a-z0-9]{8}_[a-z0-9]{16}/,
    minEntropy: 3.2,
    examples: {
      match: [
        'BRAINTREE_API_KEY=sandbox_{loweralnum:8}_{loweralnum:16}',
        'braintree.token: "sandbox_{loweralnum:8}_{loweralnum:16}"',
      ],
      noMatch: ['BRAINTREE_API_KEY=sandbox_{loweralnum:8}_{loweralnum:8}'],
    },
  },
]);
