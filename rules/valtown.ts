import { defineRules } from './define.js';

export const rules = defineRules('valtown', [
  {
    id: 'valtown-api-token',
    title: 'Val Town API token',
    impact: "Reads and changes the account's vals and their data.",
    reference: 'https://docs.val.town/api/authentication/',
    remediation: 'Delete it at https://www.val.town/settings/api.',
    keywords: ['vtwn_'],
    pattern: /\b(?<secret>vtwn_[A-Za-z0-9_-]{20,60})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['VAL_TOWN_API_KEY=vtwn_{alnum:28}'] },
  },
]);
