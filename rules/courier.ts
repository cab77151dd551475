import { defineRules } from './define.js';

export const rules = defineRules('courier', [
  {
    id: 'courier-api-key',
    title: 'Courier API key',
    impact: "Sends messages to the workspace's users.",
    reference: 'https://www.courier.com/docs/reference/authentication',
    remediation: 'Rotate the key in Courier under Settings, API keys.',
    keywords: ['pk_prod_', 'pk_test_', 'dk_prod_', 'dk_test_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>[pd]k_(?:prod|test)_[A-Z0-9]{28})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['COURIER_AUTH_TOKEN=pk_prod_{upperalnum:28}'], noMatch: ['pk_prod_{upperalnum:8}'] },
  },
]);
