import { defineRules } from './define.js';

export const rules = defineRules('locationiq', [
  {
    id: 'locationiq-api-key',
    title: 'LocationIQ access token',
    impact: "Looks up places at the account's cost.",
    reference: 'https://docs.locationiq.com/docs/introduction',
    remediation: 'Delete it at https://my.locationiq.com/dashboard.',
    severity: 'low',
    keywords: ['locationiq', 'pk.'],
    pattern: /(?<![A-Za-z0-9_.])(?<secret>pk\.[0-9a-z]{32})(?![A-Za-z0-9_]|\.[A-Za-z0-9])/,
    minEntropy: 3,
    examples: { match: ['LOCATIONIQ_KEY=pk.{hex:32}'] },
  },
]);
