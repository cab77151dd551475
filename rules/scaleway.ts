import { defineRules } from './define.js';

export const rules = defineRules('scaleway', [
  {
    id: 'scaleway-secret-key',
    title: 'Scaleway secret key',
    impact: "Controls the project's cloud resources.",
    reference: 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/',
    remediation: 'Delete it at https://console.scaleway.com/iam/api-keys.',
    severity: 'critical',
    keywords: ['scaleway', 'scw_'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    companions: [{ name: 'access key', pattern: /\b(?<value>SCW[A-Z0-9]{17})\b/, within: 256 }],
    examples: { match: ['SCW_ACCESS_KEY=SCW{upperalnum:17}\nSCW_SECRET_KEY={uuid}'] },
  },
  {
    id: 'scaleway-access-key',
    title: 'Scaleway access key id',
    impact: "Names a key; with its secret controls the project's cloud resources.",
    reference: 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/',
    remediation: 'Delete it at https://console.scaleway.com/iam/api-keys.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['scw'],
    pattern: /\b(?<secret>SCW(?=[A-Z]{0,16}[0-9])[A-Z0-9]{17})\b/,
    minEntropy: 3,
    examples: { match: ['SCW_ACCESS_KEY=SCW{upperalnum:17}'] },
  },
]);
