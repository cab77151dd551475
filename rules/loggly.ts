import { defineRules } from './define.js';

export const rules = defineRules('loggly', [
  {
    id: 'loggly-customer-token',
    title: 'Loggly customer token',
    impact: 'Sends made-up logs to the account.',
    reference:
      'https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm',
    remediation: 'Retire it in Loggly under Source Setup > Customer Tokens.',
    severity: 'medium',
    keywords: ['loggly'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['LOGGLY_TOKEN={uuid}', "'loggly_token': '{uuid}'"] },
  },
]);
