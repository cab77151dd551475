import { defineRules } from './define.js';

export const rules = defineRules('vonage', [
  {
    id: 'vonage-api-secret',
    title: 'Vonage (Nexmo) API secret',
    impact: "Sends messages and makes calls at the account's cost.",
    reference: 'https://developer.vonage.com/en/account/secret-management',
    remediation: 'Revoke it at https://dashboard.nexmo.com/settings.',
    keywords: ['vonage', 'nexmo'],
    value: /(?=[A-Za-z]{0,15}[0-9])[A-Za-z0-9]{16}/,
    assigned: true,
    minEntropy: 3,
    companions: [
      { name: 'api key', pattern: /(?:api)?_?key[^A-Za-z0-9\n]{1,8}(?<value>[0-9a-f]{8})\b/i, within: 200 },
    ],
    examples: { match: ['NEXMO_API_KEY={hex:8}\nNEXMO_API_SECRET={alnum:16}'] },
  },
]);
