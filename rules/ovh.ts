import { defineRules } from './define.js';

export const rules = defineRules('ovh', [
  {
    id: 'ovh-application-secret',
    title: 'OVHcloud application secret or consumer key',
    impact: "Manages the account's services.",
    reference: 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api',
    remediation: 'Revoke it at https://api.ovh.com/console-preview/.',
    severity: 'critical',
    keywords: ['ovh_', 'ovhcloud', 'ovh-', 'ovhapi', 'ovh.conf', '[ovh-eu]'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.8,
    companions: [
      {
        name: 'application key',
        pattern:
          /(?:app(?:lication)?)[_-]?key["'\]]{0,2}\s{0,4}(?:=>|:=|[=:])\s{0,4}["']?(?<value>[A-Za-z0-9]{16})(?![A-Za-z0-9_-])/i,
        within: 256,
      },
    ],
    examples: { match: ['OVH_APPLICATION_SECRET={alnum:32}', '[ovh-eu]\napplication_secret={alnum:32}'] },
  },
  {
    id: 'ovh-short-application-secret',
    title: 'OVHcloud application secret (hex)',
    impact: "Manages the account's services.",
    reference: 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api',
    remediation: 'Revoke it at https://api.ovh.com/console-preview/.',
    severity: 'critical',
    keywords: ['ovh_', 'ovhcloud', 'ovh-', 'ovhapi', '[ovh-eu]'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['OVH_CONSUMER_KEY=0a{digits:30}'] },
  },
]);
