import { defineRules } from './define.js';

export const rules = defineRules('flutterwave', [
  {
    id: 'flutterwave-secret-key',
    title: 'Flutterwave secret key',
    impact: "Takes payments and moves the merchant's money.",
    reference: 'https://developer.flutterwave.com/docs/authentication',
    remediation: 'Regenerate the keys in Flutterwave under Settings, API.',
    severity: 'critical',
    keywords: ['flwseck'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>FLWSECK(?:_TEST)?-(?:[0-9a-fA-F]{32}|[A-Za-z0-9]{12,40})-(?:[0-9a-z]{11}vt-)?X|FLWSECK_TEST-?[0-9a-z]{12})(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: {
      match: ['FLW_SECRET_KEY=FLWSECK_TEST-{hex:32}-X', 'FLWSECK-{hex:32}-X'],
      noMatch: ['FLWSECK-{hex:8}-X'],
    },
  },
  {
    id: 'flutterwave-public-key',
    title: 'Flutterwave public key',
    impact: "Starts payments in the merchant's name.",
    reference: 'https://developer.flutterwave.com/docs/authentication',
    remediation: 'Regenerate the keys in Flutterwave under Settings, API.',
    severity: 'low',
    keywords: ['flwpubk'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>FLWPUBK(?:_TEST)?-[0-9a-fA-F]{32}-X)(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: { match: ['PUBLIC_KEY=FLWPUBK_TEST-{hex:32}-X'], noMatch: ['FLWPUBK-{hex:8}-X'] },
  },
]);
