import { defineRules } from './define.js';

export const rules = defineRules('highnote', [
  {
    id: 'highnote-secret-key',
    title: 'Highnote secret key',
    impact: 'Issues cards and moves money of the platform.',
    reference: 'https://docs.highnote.com/docs/developers/api/using-the-api',
    remediation: 'Roll the key in the Highnote dashboard.',
    severity: 'critical',
    keywords: ['highnote'],
    pattern:
      /(?:[Hh]ighnote|HIGHNOTE)[\w "'.:=-]{0,48}?(?<![A-Za-z0-9_])(?<secret>[sr]k_(?:live|test)_a2V5Xz[A-Za-z0-9+/]{40,200}={0,2})(?![A-Za-z0-9+/=])/,
    minEntropy: 4,
    examples: {
      match: ['HIGHNOTE_KEY=sk_live_a2V5Xz{base64:69}'],
      noMatch: ['HIGHNOTE_KEY=sk_live_a2V5Xz{alnum:8}'],
    },
  },
]);
