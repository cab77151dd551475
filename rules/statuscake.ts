import { defineRules } from './define.js';

export const rules = defineRules('statuscake', [
  {
    id: 'statuscake-api-key',
    title: 'StatusCake API key',
    impact: "Changes the account's monitors.",
    reference: 'https://developers.statuscake.com/guides/api/authentication/',
    remediation: 'Delete it at https://app.statuscake.com/User.php.',
    severity: 'medium',
    keywords: ['statuscake'],
    value: /(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{20}/,
    minEntropy: 3.3,
    examples: { match: ['STATUSCAKE_API_KEY={alnum:20}', "'statuscake_api_key': '{alnum:20}'"] },
  },
]);
