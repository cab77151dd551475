import { defineRules } from './define.js';

export const rules = defineRules('confluent', [
  {
    id: 'confluent-cloud-secret',
    title: 'Confluent Cloud API secret',
    impact: "Reads and writes the cluster's topics, or manages the organisation.",
    reference: 'https://docs.confluent.io/cloud/current/client-apps/api-keys.html',
    remediation: 'Delete the key with `confluent api-key delete`.',
    severity: 'critical',
    keywords: ['cflt'],
    pattern: /(?<![A-Za-z0-9+/])(?<secret>cflt[A-Za-z0-9+/]{60})(?![A-Za-z0-9+/=])/,
    minEntropy: 4,
    check: 'confluent-crc32',
    examples: { match: ['sasl.password={confluent}'], noMatch: ['cflt{alnum:60}'] },
  },
  {
    id: 'confluent-legacy-secret',
    title: 'Confluent Cloud API secret (form before 2025)',
    impact: "Reads and writes the cluster's topics, or manages the organisation.",
    reference: 'https://docs.confluent.io/cloud/current/client-apps/api-keys.html',
    remediation: 'Delete the key with `confluent api-key delete`.',
    severity: 'critical',
    keywords: ['confluent'],
    value: /(?=[A-Za-z+/]{0,63}[0-9])(?!cflt)[A-Za-z0-9+/]{64}|(?=[A-Za-z]{0,15}[0-9])[A-Za-z0-9]{16}/,
    assigned: true,
    minEntropy: 3.2,
    companions: [
      {
        name: 'API key',
        pattern: /(?<![A-Z0-9])(?=[A-Z]{0,15}[0-9])[A-Z0-9]{16}(?![A-Za-z0-9])/,
        within: 200,
      },
    ],
    examples: {
      match: ['CONFLUENT_API_KEY={alnum:64}', 'confluent.token: "{alnum:64}"'],
      noMatch: ['CONFLUENT_API_KEY={alnum:32}'],
    },
  },
]);
