import { defineRules } from './define.js';

export const rules = defineRules('grafana', [
  {
    id: 'grafana-service-account-token',
    title: 'Grafana service account token',
    impact: 'Reads and changes dashboards, data sources and alerts within its role.',
    reference: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    remediation: 'Delete the token in Grafana under Administration, Service accounts.',
    keywords: ['glsa_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>glsa_[A-Za-z0-9]{32}_[0-9A-Fa-f]{8})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    check: 'grafana-crc32',
    companions: [
      {
        name: 'host',
        pattern: /(?<![A-Za-z0-9.-])(?<value>[a-z0-9][a-z0-9-]{1,60}\.grafana\.net)(?![A-Za-z0-9-])/,
        within: 512,
      },
    ],
    examples: { match: ['GRAFANA_TOKEN={grafana}'], noMatch: ['glsa_{alnum:32}_{hex:8}'] },
  },
  {
    id: 'grafana-cloud-token',
    title: 'Grafana Cloud access policy token',
    impact: "Reads or writes the organisation's metrics, logs and stacks.",
    reference:
      'https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-authorization/access-policies/',
    remediation: 'Delete the token in Grafana Cloud under Access policies.',
    keywords: ['glc_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>glc_[A-Za-z0-9+/]{32,400}={0,3})(?![A-Za-z0-9+/=])/,
    minEntropy: 3.5,
    check: 'base64-json',
    examples: { match: ['GRAFANA_CLOUD_TOKEN=glc_ey{base64:120}'], noMatch: ['glc_{alnum:12}'] },
  },
  {
    id: 'grafana-legacy-api-key',
    title: 'Grafana API key (older form)',
    impact: 'Reads and changes dashboards and data sources within its role.',
    reference: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/migrate-api-keys/',
    remediation: 'Delete the key in Grafana under Administration, API keys.',
    keywords: ['eyjrijoi'],
    pattern:
      /(?<![A-Za-z0-9+/])(?<secret>eyJrIjoi[A-Za-z0-9+/]{60,400}={0,3})(?![A-Za-z0-9+/=_-]|\.[A-Za-z0-9])/,
    minEntropy: 4,
    check: 'base64-json',
    examples: { match: ['token=eyJrIjoi{base64:90}=='], noMatch: ['eyJrIjoi{alnum:12}'] },
  },
]);
