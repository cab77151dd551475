import { defineRules } from './define.js';

export const rules = defineRules('luno', [
  {
    id: 'luno-api-secret',
    title: 'Luno API key secret',
    impact: 'Trades, and may withdraw, for the account.',
    reference: 'https://www.luno.com/en/developers/api#section/Authentication',
    remediation: 'Revoke it at https://www.luno.com/wallet/security/api_keys.',
    severity: 'critical',
    keywords: ['luno_', 'luno-', 'luno api', "luno '", 'luno "', 'luno.com', 'lunoapi'],
    value: /(?=[A-Za-z_-]{0,42}[0-9])[A-Za-z0-9_-]{43}/,
    minEntropy: 4,
    companions: [
      {
        name: 'key id',
        pattern: /(?<![A-Za-z0-9_.-])(?<value>[a-z0-9]{13})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
        within: 256,
      },
    ],
    examples: { match: ['LUNO_KEY_ID={loweralnum:13}\nLUNO_SECRET={base64url:43}'] },
  },
]);
