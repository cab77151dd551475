import { defineRules } from './define.js';

export const rules = defineRules('datadog', [
  {
    id: 'datadog-api-key',
    title: 'Datadog API or application key',
    impact:
      "Sends, and with an application key reads and changes, the organisation's metrics, logs and monitors.",
    reference: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    remediation: 'Revoke the key in Datadog under Organization settings.',
    keywords: ['datadog', 'dd_api', 'dd_app', 'dd-api', 'dd-app', 'ddog', 'dd_key'],
    value:
      /[0-9a-f]{40}|[0-9a-f]{32}|(?=[A-Za-z-]{0,39}[0-9])[A-Za-z0-9-]{40}|(?=[A-Za-z-]{0,31}[0-9])[A-Za-z0-9-]{32}/,
    assigned: true,
    minEntropy: 3.2,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    companions: [
      {
        name: 'site',
        pattern:
          /(?<![A-Za-z0-9-])(?<value>(?:[a-z0-9-]{2,20}\.){0,2}(?:datadoghq\.(?:com|eu)|ddog-gov\.com))(?![A-Za-z0-9.-])/,
        within: 256,
      },
    ],
    examples: {
      match: ['DD_API_KEY={hex:32}', 'datadog.app_key: "{hex:40}"'],
      noMatch: ['DATADOG_API_KEY={hex:16}'],
    },
  },
  {
    id: 'datadog-client-token',
    title: 'Datadog client token',
    impact: 'Sends browser events and logs to the organisation.',
    reference: 'https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens',
    remediation: 'Revoke the token in Datadog under Organization settings.',
    severity: 'low',
    keywords: ['datadog', 'dd_client', 'dd_rum', 'dd-rum'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>pub[0-9a-f]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.1,
    examples: { match: ['DD_CLIENT_TOKEN=datadog pub{hex:32}'], noMatch: ['datadog pub{hex:8}'] },
  },
  {
    id: 'datadog-personal-key',
    title: 'Datadog application key',
    impact: "Reads and changes the organisation's dashboards and monitors.",
    reference: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    remediation: 'Revoke the key in Datadog under Organization settings.',
    keywords: ['ddapp_', 'ddpat_', 'ddsat_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>dd(?:app|pat|sat)_[A-Za-z0-9]{34,60})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['DD_APP_KEY=ddapp_{alnum:34}'], noMatch: ['ddapp_{alnum:8}'] },
  },
]);
