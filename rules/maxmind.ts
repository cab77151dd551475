import { defineRules } from './define.js';

export const rules = defineRules('maxmind', [
  {
    id: 'maxmind-license-key',
    title: 'MaxMind license key',
    impact: "Downloads databases and queries web services at the account's cost.",
    reference: 'https://support.maxmind.com/hc/en-us/articles/4407111582235-Generate-a-License-Key',
    remediation: 'Delete it at https://www.maxmind.com/en/accounts/current/license-key.',
    severity: 'medium',
    keywords: ['_mmk'],
    pattern: /\b(?<secret>[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk)\b/,
    minEntropy: 3.3,
    examples: { match: ['MAXMIND_LICENSE_KEY={alnum:6}_{alnum:29}_mmk'] },
  },
  {
    id: 'maxmind-legacy-license-key',
    title: 'MaxMind license key (16 characters)',
    impact: "Downloads databases and queries web services at the account's cost.",
    reference: 'https://support.maxmind.com/hc/en-us/articles/4407111582235-Generate-a-License-Key',
    remediation: 'Delete it at https://www.maxmind.com/en/accounts/current/license-key.',
    severity: 'medium',
    keywords: ['maxmind', 'geoip'],
    value: /(?=[A-Za-z]{0,15}[0-9])[A-Za-z0-9]{16}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['MAXMIND_LICENSE_KEY={alnum:16}', 'GeoIP LicenseKey {alnum:16}'] },
  },
]);
