import { defineRules } from './define.js';

export const rules = defineRules('kagi', [
  {
    id: 'kagi-session-link',
    title: 'Kagi session link token',
    impact: "Searches as the user and at the user's cost.",
    reference: 'https://help.kagi.com/kagi/getting-started/',
    remediation: 'Sign out of all sessions in the Kagi account settings.',
    severity: 'medium',
    keywords: ['kagi.com'],
    pattern:
      /kagi\.com\/search\?[^\s"'<>]{0,80}?token=(?<secret>[A-Za-z0-9_-]{11}\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['https://kagi.com/search?token={base64url:11}.{base64url:43}'],
      noMatch: ['https://kagi.com/search?token={alnum:11}'],
    },
  },
  {
    id: 'kagi-api-key',
    title: 'Kagi API key',
    impact: "Searches and summarises at the owner's cost.",
    reference: 'https://help.kagi.com/kagi/api/overview.html',
    remediation: 'Delete the key at https://kagi.com/settings?p=api.',
    severity: 'medium',
    keywords: ['kagi'],
    value: /[A-Za-z0-9_-]{11}\.[A-Za-z0-9_-]{43}/,
    minEntropy: 4,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['KAGI_API_KEY={alnum:11}.{base64url:43}', 'kagi.token: "{alnum:11}.{base64url:43}"'],
      noMatch: ['KAGI_API_KEY={alnum:11}.{base64url:21}'],
    },
  },
]);
