import { defineRules } from './define.js';

export const rules = defineRules('mapbox', [
  {
    id: 'mapbox-secret-token',
    title: 'Mapbox secret or temporary token',
    impact: 'Changes styles, data and tokens of the account.',
    reference: 'https://docs.mapbox.com/api/accounts/tokens/',
    remediation: 'Delete or rotate it at https://account.mapbox.com/access-tokens/.',
    keywords: ['sk.eyj', 'tk.eyj'],
    pattern:
      /(?<![A-Za-z0-9_.])(?<secret>[st]k\.eyJ[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{20,24})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    check: 'mapbox-token',
    examples: { match: ['MAPBOX_ACCESS_TOKEN={mapbox:sk}'] },
  },
  {
    id: 'mapbox-token-nearby',
    title: 'Mapbox token by its name',
    impact: 'Changes styles, data and tokens of the account.',
    reference: 'https://docs.mapbox.com/api/accounts/tokens/',
    remediation: 'Delete or rotate it at https://account.mapbox.com/access-tokens/.',
    keywords: ['mapbox'],
    value: /[st]k\.(?!eyJ)[A-Za-z0-9.-]{60,240}/,
    minEntropy: 3.8,
    examples: { match: ["mapbox_token = 'sk.{alnum:60}.{alnum:22}'"] },
  },
  {
    id: 'mapbox-public-token',
    title: 'Mapbox public token',
    impact: "Loads maps at the account's cost; it is visible in pages that use it.",
    reference: 'https://docs.mapbox.com/api/accounts/tokens/',
    remediation: 'Delete or rotate it at https://account.mapbox.com/access-tokens/.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['mapbox', 'pk.eyj'],
    pattern:
      /(?<![A-Za-z0-9_.])(?<secret>pk\.(?:eyJ[A-Za-z0-9_-]{20,400}|[a-z0-9]{60})\.[A-Za-z0-9_-]{20,24})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ["mapboxgl.accessToken = '{mapbox:pk}'"] },
  },
]);
