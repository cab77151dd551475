import { defineRules } from './define.js';

export const rules = defineRules('robinhood', [
  {
    id: 'robinhood-crypto-api-key',
    title: 'Robinhood Crypto API key',
    impact: 'With its private key trades for the account.',
    reference: 'https://docs.robinhood.com/crypto/trading/',
    remediation: "Delete it in Robinhood's settings for the crypto API.",
    severity: 'critical',
    keywords: ['rh-api-'],
    pattern:
      /\b(?<secret>rh-api-[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})\b/,
    companions: [
      {
        name: 'private key',
        pattern: /(?<![A-Za-z0-9+/])(?<value>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])/,
        within: 300,
      },
    ],
    examples: { match: ['api_key = "rh-api-{uuid}"\nprivate_key_base64 = "{base64:86}=="'] },
  },
]);
