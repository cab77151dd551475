import { defineRules } from './define.js';

export const rules = defineRules('age', [
  {
    id: 'age-identity',
    title: 'age identity',
    impact: 'Decrypts every file encrypted to its recipient.',
    reference: 'https://github.com/C2SP/C2SP/blob/main/age.md',
    remediation:
      'Make a new identity, encrypt the files to it anew, and treat what the old one opens as read.',
    severity: 'critical',
    keywords: ['age-secret-key-'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>AGE-SECRET-KEY-(?:PQ-)?1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    check: 'bech32',
    examples: {
      match: ['{bech32:AGE-SECRET-KEY-}', '{bech32:AGE-SECRET-KEY-PQ-}'],
      noMatch: ['AGE-SECRET-KEY-1QQPQPQPQ'],
    },
  },
]);
