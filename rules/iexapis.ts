import { defineRules } from './define.js';

export const rules = defineRules('iexapis', [
  {
    id: 'iex-cloud-secret',
    title: 'IEX Cloud secret token',
    impact: "Queries market data at the owner's cost.",
    reference: 'https://iexcloud.io/docs/api/#authentication',
    remediation: 'Rotate the token in the IEX Cloud console.',
    severity: 'low',
    keywords: ['iexcloud', 'iexapis', 'iex_', 'iex-'],
    pattern: /(?:[Ii]ex|IEX)[\w ."'=:-]{0,40}?(?<![A-Za-z0-9])(?<secret>T?sk_[0-9a-f]{32})(?![A-Za-z0-9])/,
    minEntropy: 3.1,
    examples: { match: ["iexcloud token = 'sk_{hex:32}'"], noMatch: ['iexcloud = sk_{hex:8}'] },
  },
]);
