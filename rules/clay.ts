import { defineRules } from './define.js';

export const rules = defineRules('clay', [
  {
    id: 'clay-api-key',
    title: 'Clay API key',
    impact: "Reads and changes the workspace's tables.",
    reference: 'https://university.clay.com/docs/http-api-integration-overview',
    remediation: 'Regenerate the key in Clay under Settings, Account.',
    keywords: ['clay_', 'clay-', 'clay.com', 'clayapi', 'clay api', 'clay key', 'clay token'],
    value: /[0-9a-f]{20}/,
    assigned: true,
    minEntropy: 2.8,
    examples: {
      match: ['CLAY_API_KEY={hex:20}', 'clay_token: "{hex:20}"'],
      noMatch: ['CLAY_API_KEY={hex:12}'],
    },
  },
]);
