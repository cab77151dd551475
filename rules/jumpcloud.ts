import { defineRules } from './define.js';

export const rules = defineRules('jumpcloud', [
  {
    id: 'jumpcloud-api-key',
    title: 'JumpCloud API key',
    impact: "Manages the organisation's users and devices.",
    reference: 'https://docs.jumpcloud.com/api/1.0/index.html#section/Authentication',
    remediation: 'Regenerate the key in the JumpCloud admin portal.',
    severity: 'critical',
    keywords: ['jumpcloud'],
    value: /jca_[A-Za-z0-9]{36}|[0-9a-f]{40}|(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}/,
    assigned: true,
    minEntropy: 3.2,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['JUMPCLOUD_API_KEY={hex:40}', 'jumpcloud.token: "{hex:40}"'],
      noMatch: ['JUMPCLOUD_API_KEY={hex:20}'],
    },
  },
  {
    id: 'jumpcloud-prefixed-api-key',
    title: 'JumpCloud API key',
    impact: "Manages the organisation's users and devices.",
    reference: 'https://docs.jumpcloud.com/api/1.0/index.html#section/Authentication',
    remediation: 'Regenerate the key in the JumpCloud admin portal.',
    severity: 'critical',
    keywords: ['jca_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>jca_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['x-api-key: jca_{alnum:36}'], noMatch: ['jca_{alnum:8}'] },
  },
]);
