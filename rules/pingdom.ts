import { defineRules } from './define.js';

export const rules = defineRules('pingdom', [
  {
    id: 'pingdom-api-token',
    title: 'Pingdom API token',
    impact: "Changes the account's checks.",
    reference: 'https://docs.pingdom.com/api/#section/Authentication',
    remediation: 'Delete it at https://my.pingdom.com/app/api-tokens.',
    severity: 'medium',
    keywords: ['pingdom'],
    value: /(?=[A-Za-z_-]{0,63}[0-9])[A-Za-z0-9_-]{80}|(?=[A-Za-z_-]{0,63}[0-9])[A-Za-z0-9_-]{64}/,
    assigned: true,
    minEntropy: 4,
    examples: { match: ['PINGDOM_API_TOKEN={alnum:64}'] },
  },
]);
