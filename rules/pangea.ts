import { defineRules } from './define.js';

export const rules = defineRules('pangea', [
  {
    id: 'pangea-token',
    title: 'Pangea token',
    impact: 'Uses the security services of the project.',
    reference: 'https://pangea.cloud/docs/admin-guide/tokens',
    remediation: "Rotate it at https://console.pangea.cloud under the service's tokens.",
    keywords: ['pts_'],
    pattern: /\b(?<secret>pts_(?=[a-z]{0,31}[0-9])[a-z0-9]{26,36})\b/,
    minEntropy: 3.3,
    examples: { match: ['PANGEA_TOKEN=pts_{loweralnum:32}'] },
  },
]);
