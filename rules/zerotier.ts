import { defineRules } from './define.js';

export const rules = defineRules('zerotier', [
  {
    id: 'zerotier-api-token',
    title: 'ZeroTier API token',
    impact: "Lets members into the account's networks.",
    reference: 'https://docs.zerotier.com/api/tokens/',
    remediation: 'Delete it at https://my.zerotier.com/account.',
    severity: 'critical',
    keywords: ['zerotier'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    minEntropy: 3.3,
    examples: { match: ['ZEROTIER_CENTRAL_TOKEN={alnum:32}', "'zerotier_central_token': '{alnum:32}'"] },
  },
]);
