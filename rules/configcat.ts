import { defineRules } from './define.js';

export const rules = defineRules('configcat', [
  {
    id: 'configcat-sdk-key',
    title: 'ConfigCat SDK key',
    impact: "Reads the environment's feature flags.",
    reference: 'https://configcat.com/docs/sdk-reference/overview/',
    remediation: 'Make a new SDK key in ConfigCat and revoke this one.',
    severity: 'medium',
    keywords: ['configcat'],
    pattern: /(?<secret>configcat-sdk-1\/[A-Za-z0-9_-]{22}\/[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['SDK_KEY=configcat-sdk-1/{alnum:22}/{alnum:22}'],
      noMatch: ['configcat-sdk-1/{alnum:22}'],
    },
  },
]);
