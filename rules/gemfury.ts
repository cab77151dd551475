import { defineRules } from './define.js';

export const rules = defineRules('gemfury', [
  {
    id: 'gemfury-token',
    title: 'Gemfury token',
    impact: "Reads, and with a push token publishes, the account's packages.",
    reference: 'https://gemfury.com/help/tokens/',
    remediation: 'Revoke the token in Gemfury under Settings, Tokens.',
    keywords: ['.fury.io'],
    pattern:
      /:\/\/(?:[\w.-]{0,40}:)?(?<secret>(?=[A-Za-z_-]{0,24}[0-9])[A-Za-z0-9_-]{18,26})(?::[\w-]{0,26})?@(?:[a-z]{2,12}\.)?(?:fury\.io|fury\.site)/,
    minEntropy: 3.4,
    examples: {
      match: ['https://{alnum:20}:@pypi.fury.io/shop', 'https://{alnum:20}@gem.fury.io/shop/'],
      noMatch: ['https://user@gem.fury.io/shop/'],
    },
  },
]);
