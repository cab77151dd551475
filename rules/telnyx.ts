import { defineRules } from './define.js';

export const rules = defineRules('telnyx', [
  {
    id: 'telnyx-api-key',
    title: 'Telnyx API key',
    impact: "Sends messages and makes calls at the account's cost.",
    reference: 'https://developers.telnyx.com/docs/development/authentication',
    remediation: 'Delete it at https://portal.telnyx.com/#/api-keys.',
    severity: 'critical',
    keywords: ['telnyx', 'key0'],
    pattern: /\b(?<secret>KEY[0-9A-F]{32}_[A-Za-z0-9]{22})(?![A-Za-z0-9])/,
    minEntropy: 3.5,
    examples: { match: ['TELNYX_API_KEY=KEY0{upperhex:31}_{alnum:22}'] },
  },
  {
    id: 'telnyx-legacy-api-key',
    title: 'Telnyx API key (before 2021)',
    impact: "Sends messages and makes calls at the account's cost.",
    reference: 'https://developers.telnyx.com/docs/development/authentication',
    remediation: 'Delete it at https://portal.telnyx.com/#/api-keys.',
    severity: 'critical',
    keywords: ['telnyx'],
    value: /KEY[A-Za-z0-9_-]{50,60}/,
    minEntropy: 3.8,
    exclude: /^KEY[0-9A-F]{32}_/,
    examples: { match: ['TELNYX_API_KEY=KEY{base64url:55}'] },
  },
]);
