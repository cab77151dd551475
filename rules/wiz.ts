import { defineRules } from './define.js';

export const rules = defineRules('wiz', [
  {
    id: 'wiz-client-secret',
    title: 'Wiz service account secret',
    impact: "Reads what the organization's clouds are vulnerable to.",
    reference: 'https://docs.wiz.io/wiz-docs/docs/using-the-wiz-api',
    remediation: 'Delete it in Wiz under Settings > Service Accounts.',
    severity: 'critical',
    keywords: ['wiz_', 'wiz-', 'wiz.io', 'wizclient', 'wiz client'],
    value: /(?=[A-Za-z]{0,63}[0-9])[A-Za-z0-9]{64}/,
    assigned: true,
    minEntropy: 4,
    companions: [{ name: 'client id', pattern: /\b(?<value>[a-z0-9]{52,53})\b/, within: 256 }],
    examples: { match: ['WIZ_CLIENT_SECRET={alnum:64}'] },
  },
]);
