import { defineRules } from './define.js';

export const rules = defineRules('twist', [
  {
    id: 'twist-oauth-token',
    title: 'Twist OAuth token',
    impact: 'Reads and writes messages as its user.',
    reference: 'https://developer.twist.com/v3/#authentication',
    remediation: "Revoke it in Twist's integration settings.",
    keywords: ['twist'],
    value: /oauth2:[0-9a-f]{40}/,
    minEntropy: 3,
    examples: { match: ['TWIST_TOKEN=oauth2:{hex:40}'] },
  },
]);
