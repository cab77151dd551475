import { defineRules } from './define.js';

export const rules = defineRules('lob', [
  {
    id: 'lob-api-key',
    title: 'Lob API key',
    impact: "Sends mail and cheques at the account's cost.",
    reference: 'https://docs.lob.com/#tag/Authentication',
    remediation: 'Roll it at https://dashboard.lob.com/settings/api-keys.',
    keywords: [
      'lob_',
      'lob-',
      'lob.com',
      'lobtoken',
      'lobapi',
      'lobkey',
      'lobpub',
      'lob api',
      'lob key',
      'lob token',
      '"lob',
    ],
    value: /(?:live|test)_(?:pub_)?[0-9a-f]{31,35}/,
    minEntropy: 3,
    examples: { match: ['LOB_API_KEY=test_{hex:35}', 'lob_pub_key: test_pub_{hex:31}'] },
  },
  {
    id: 'lob-live-key',
    title: 'Lob live API key by its form',
    impact: "Sends mail and cheques at the account's cost.",
    reference: 'https://docs.lob.com/#tag/Authentication',
    remediation: 'Roll it at https://dashboard.lob.com/settings/api-keys.',
    keywords: ['live_'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>live_[0-9a-f]{35})(?![A-Za-z0-9_])/,
    minEntropy: 3,
    examples: { match: ["auth=('live_{hex:35}', '')"] },
  },
]);
