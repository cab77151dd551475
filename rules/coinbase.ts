import { defineRules } from './define.js';

export const rules = defineRules('coinbase', [
  {
    id: 'coinbase-cdp-private-key',
    title: 'Coinbase Developer Platform key',
    impact: "Trades and moves the account's funds.",
    reference: 'https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys',
    remediation: 'Delete the key at https://portal.cdp.coinbase.com/access/api.',
    severity: 'critical',
    keywords: ['privatekey'],
    pattern:
      /\\?"?private_?[Kk]ey\\?"?\s{0,4}:\s{0,4}\\?"(?<secret>[A-Za-z0-9+/]{86}==|-----BEGIN EC(?:DSA)? PRIVATE KEY-----[A-Za-z0-9+/=\\n\s]{100,400}-----END EC(?:DSA)? PRIVATE KEY-----)/,
    minEntropy: 4,
    companions: [
      {
        name: 'key name',
        pattern:
          /organizations\\?\/[0-9a-f-]{36}\\?\/apiKeys\\?\/[0-9a-f-]{36}|"id"\s{0,3}:\s{0,3}"[0-9a-f-]{36}"/,
        within: 800,
        required: true,
      },
    ],
    examples: {
      match: [
        '{"name": "organizations/{uuid}/apiKeys/{uuid}", "privateKey": "-----BEGIN EC PRIVATE KEY-----\\n{base64:64}\\n{base64:64}\\n{base64:34}==\\n-----END EC PRIVATE KEY-----\\n"}',
        '{"id": "{uuid}", "privateKey": "{base64:86}=="}',
      ],
      noMatch: ['{"privateKey": "{base64:20}"}'],
    },
  },
  {
    id: 'coinbase-key-name',
    title: 'Coinbase Developer Platform key name',
    impact: "Names the key and its organisation; with the private key it moves the account's funds.",
    reference: 'https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys',
    remediation: 'Delete the key at https://portal.cdp.coinbase.com/access/api.',
    severity: 'medium',
    keywords: ['/apikeys/'],
    pattern:
      /(?<secret>organizations\\?\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\?\/apiKeys\\?\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/,
    minEntropy: 3,
    examples: {
      match: ['name: "organizations/{uuid}/apiKeys/{uuid}"'],
      noMatch: ['organizations/organizationID/apiKeys/apiKeyName'],
    },
  },
  {
    id: 'coinbase-api-key',
    title: 'Coinbase API key or secret',
    impact: "Trades and moves the account's funds.",
    reference: 'https://docs.cdp.coinbase.com/exchange/docs/authorization-and-authentication',
    remediation: 'Delete the key in Coinbase under Settings, API.',
    severity: 'critical',
    keywords: ['coinbase'],
    value:
      /(?=[A-Za-z_-]{0,63}[0-9])[A-Za-z0-9_-]{64}|[A-Za-z0-9+/]{86}==|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}|(?=[A-Za-z]{0,15}[0-9])[A-Za-z0-9]{16}/,
    assigned: true,
    minEntropy: 3.3,
    examples: {
      match: ['COINBASE_API_KEY={alnum:64}', 'coinbase.token: "{alnum:64}"'],
      noMatch: ['COINBASE_API_KEY={alnum:32}'],
    },
  },
]);
