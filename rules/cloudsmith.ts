import { defineRules } from './define.js';

export const rules = defineRules('cloudsmith', [
  {
    id: 'cloudsmith-token',
    title: 'Cloudsmith service or user token',
    impact: "Reads and publishes the organisation's packages.",
    reference: 'https://help.cloudsmith.io/docs/api-key',
    remediation: 'Refresh the key in Cloudsmith under API key.',
    keywords: ['csa_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>csa_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: {
      match: ['CLOUDSMITH_TOKEN=csa_{alnum:36}', 'key: "csa_{alnum:36}"'],
      noMatch: ['csa_{alnum:18}'],
    },
  },
  {
    id: 'cloudsmith-api-key',
    title: 'Cloudsmith API key (older form)',
    impact: "Reads and publishes the organisation's packages.",
    reference: 'https://help.cloudsmith.io/docs/api-key',
    remediation: 'Refresh the key in Cloudsmith under API key.',
    keywords: ['cloudsmith'],
    value: /[0-9a-f]{40}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['CLOUDSMITH_API_KEY={hex:40}', 'cloudsmith.token: "{hex:40}"'],
      noMatch: ['CLOUDSMITH_API_KEY={hex:20}'],
    },
  },
]);
