import { defineRules } from './define.js';

export const rules = defineRules('shippo', [
  {
    id: 'shippo-api-token',
    title: 'Shippo API token',
    impact: "Buys shipping labels at the account's cost and reads addresses.",
    reference: 'https://docs.goshippo.com/docs/guides_general/authentication/',
    remediation: 'Delete it at https://apps.goshippo.com/settings/api.',
    keywords: ['shippo_'],
    pattern: /\b(?<secret>shippo_(?:live|test)_[0-9a-fA-F]{40})\b/,
    minEntropy: 3,
    examples: { match: ['SHIPPO_TOKEN=shippo_live_{hex:40}'] },
  },
]);
