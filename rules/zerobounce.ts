import { defineRules } from './define.js';

export const rules = defineRules('zerobounce', [
  {
    id: 'zerobounce-api-key',
    title: 'ZeroBounce API key',
    impact: "Checks addresses at the account's cost.",
    reference: 'https://www.zerobounce.net/docs/',
    remediation: 'Regenerate it at https://www.zerobounce.net/members/API.',
    severity: 'low',
    keywords: ['zerobounce', 'zero_bounce'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: { match: ['ZEROBOUNCE_API_KEY={loweralnum:32}', "'zerobounce_api_key': '{loweralnum:32}'"] },
  },
]);
