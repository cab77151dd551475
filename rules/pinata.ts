import { defineRules } from './define.js';

export const rules = defineRules('pinata', [
  {
    id: 'pinata-secret-key',
    title: 'Pinata secret API key',
    impact: 'Pins and removes files of the account.',
    reference: 'https://docs.pinata.cloud/account-management/api-keys',
    remediation: 'Revoke it at https://app.pinata.cloud/developers/api-keys.',
    keywords: ['pinata'],
    value: /(?=[a-z]{0,63}[0-9])[0-9a-z]{64}/,
    minEntropy: 3,
    companions: [
      {
        name: 'api key',
        pattern: /(?<![A-Za-z0-9_.-])(?<value>[0-9a-z]{20})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
        within: 256,
      },
    ],
    examples: { match: ['PINATA_SECRET_API_KEY={hex:64}'] },
  },
]);
