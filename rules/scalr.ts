import { defineRules } from './define.js';

export const rules = defineRules('scalr', [
  {
    id: 'scalr-api-token',
    title: 'Scalr API token',
    impact: 'Changes the infrastructure of the environments it may.',
    reference: 'https://docs.scalr.io/docs/api-overview#authentication',
    remediation: "Delete it in Scalr's profile or account settings.",
    severity: 'critical',
    keywords: ['scalr'],
    value: /ey[A-Za-z0-9_-]{10,200}\.[A-Za-z0-9_-]{40,300}\.[A-Za-z0-9_-]{40,100}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['SCALR_TOKEN={jwt}'] },
  },
]);
