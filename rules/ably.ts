import { defineRules } from './define.js';

export const rules = defineRules('ably', [
  {
    id: 'ably-api-key',
    title: 'Ably API key',
    impact: "Publishes and reads messages on the app's channels.",
    reference: 'https://ably.com/docs/auth/basic',
    remediation: 'Revoke the key in the Ably dashboard under API keys.',
    keywords: ['ably'],
    value: /[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{6}:[A-Za-z0-9_-]{20,50}/,
    minEntropy: 3.8,
    examples: {
      match: [
        'ABLY_API_KEY={alnum:6}.{alnum:6}:{base64url:43}',
        'ably.token: "{alnum:6}.{alnum:6}:{base64url:43}"',
      ],
      noMatch: ['ABLY_API_KEY={alnum:6}.{alnum:6}:{alnum:8}'],
    },
  },
]);
