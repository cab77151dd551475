import { defineRules } from './define.js';

export const rules = defineRules('temporal', [
  {
    id: 'temporal-api-key',
    title: 'Temporal Cloud API key',
    impact: 'Starts workflows and reads their data.',
    reference: 'https://docs.temporal.io/cloud/api-keys',
    remediation: 'Delete it at https://cloud.temporal.io/settings/api-keys.',
    severity: 'critical',
    keywords: ['temporal'],
    value: /ey[A-Za-z0-9_-]{10,300}\.[A-Za-z0-9_-]{40,600}\.[A-Za-z0-9_-]{40,200}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['TEMPORAL_API_KEY={jwt}'] },
  },
]);
