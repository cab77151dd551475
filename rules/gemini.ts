import { defineRules } from './define.js';

export const rules = defineRules('gemini', [
  {
    id: 'gemini-exchange-key',
    title: 'Gemini exchange API key',
    impact: "With its secret it trades and moves the account's funds.",
    reference: 'https://docs.gemini.com/authentication/api-key',
    remediation: 'Revoke the key in Gemini under Account settings, API.',
    keywords: ['gemini', 'x-gemini-apikey'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>(?:master|account)-[0-9A-Za-z]{20})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: { match: ['X-GEMINI-APIKEY: account-{alnum:20}'], noMatch: ['gemini: account-{alnum:6}'] },
  },
]);
