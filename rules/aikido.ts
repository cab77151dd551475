import { defineRules } from './define.js';

export const rules = defineRules('aikido', [
  {
    id: 'aikido-token',
    title: 'Aikido client secret or CI token',
    impact: "Reads the organisation's security findings and repositories.",
    reference: 'https://apidocs.aikido.dev/reference/authorization',
    remediation: 'Delete it in Aikido under Settings, Integrations.',
    keywords: ['aik_ci_', 'aik_secret_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>AIK_(?:CI|SECRET)_[A-Za-z0-9_-]{20,80})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['AIKIDO_TOKEN=AIK_CI_{alnum:64}', 'key: "AIK_CI_{alnum:64}"'],
      noMatch: ['AIK_CI_{alnum:12}'],
    },
  },
]);
