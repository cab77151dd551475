import { defineRules } from './define.js';

export const rules = defineRules('frameio', [
  {
    id: 'frameio-token',
    title: 'Frame.io developer token',
    impact: "Reads and changes the account's videos and reviews.",
    reference: 'https://developer.frame.io/docs/getting-started/authentication',
    remediation: 'Revoke the token at https://developer.frame.io/app/tokens.',
    keywords: ['fio-u-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>fio-u-[A-Za-z0-9_=-]{64})(?![A-Za-z0-9_=-])/,
    minEntropy: 4,
    examples: {
      match: ['FRAMEIO_TOKEN=fio-u-{base64url:64}', 'key: "fio-u-{base64url:64}"'],
      noMatch: ['fio-u-{base64url:32}'],
    },
  },
]);
