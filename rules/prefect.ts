import { defineRules } from './define.js';

export const rules = defineRules('prefect', [
  {
    id: 'prefect-api-key',
    title: 'Prefect Cloud API key',
    impact: 'Starts flows and reads blocks with their secrets.',
    reference: 'https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys',
    remediation: 'Delete it at https://app.prefect.cloud/my/api-keys.',
    severity: 'critical',
    keywords: ['pnu_', 'pnb_'],
    pattern: /\b(?<secret>pn[ub]_(?=[A-Za-z]{0,35}[0-9])[A-Za-z0-9]{36})\b/,
    minEntropy: 3.3,
    examples: { match: ['PREFECT_API_KEY=pnu_{alnum:36}'] },
  },
]);
