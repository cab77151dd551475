import { defineRules } from './define.js';

export const rules = defineRules('customerio', [
  {
    id: 'customerio-api-key',
    title: 'Customer.io API key',
    impact: "Sends messages and reads the workspace's people.",
    reference: 'https://docs.customer.io/accounts/managing-credentials/',
    remediation: 'Delete the key in Customer.io under Account settings, API credentials.',
    keywords: ['customerio', 'customer.io', 'customer_io', 'cio_'],
    value: /[0-9a-f]{20}|[0-9a-f]{32}|(?=[a-z]{0,19}[0-9])[a-z0-9]{20}/,
    assigned: true,
    minEntropy: 3.1,
    examples: {
      match: ['CUSTOMERIO_API_KEY={hex:32}', 'customerio.token: "{hex:32}"'],
      noMatch: ['CUSTOMERIO_API_KEY={hex:16}'],
    },
  },
]);
