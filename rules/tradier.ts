import { defineRules } from './define.js';

export const rules = defineRules('tradier', [
  {
    id: 'tradier-access-token',
    title: 'Tradier access token',
    impact: 'Trades for the account.',
    reference: 'https://documentation.tradier.com/brokerage-api/overview/authentication',
    remediation: 'Regenerate it at https://dash.tradier.com/settings/api.',
    severity: 'critical',
    keywords: ['tradier'],
    value: /(?=[A-Za-z]{0,27}[0-9])[A-Za-z0-9]{28}/,
    minEntropy: 3.3,
    examples: { match: ['TRADIER_ACCESS_TOKEN={alnum:28}', "'tradier_access_token': '{alnum:28}'"] },
  },
]);
