import { defineRules } from './define.js';

export const rules = defineRules('planetscale', [
  {
    id: 'planetscale-service-token',
    title: 'PlanetScale service token',
    impact: "Manages databases and branches with the token's permissions.",
    reference: 'https://planetscale.com/docs/concepts/service-tokens',
    remediation:
      'Delete it at https://app.planetscale.com under Settings > Service tokens, or reset the branch password.',
    severity: 'critical',
    keywords: ['pscale_tkn_'],
    pattern: /\b(?<secret>pscale_tkn_[A-Za-z0-9_.=-]{32,64})(?![A-Za-z0-9_=-])/,
    minEntropy: 3.3,
    companions: [
      { name: 'token id', pattern: /token[_ -]?id[^A-Za-z0-9\n]{1,6}(?<value>[a-z0-9]{12})\b/i, within: 256 },
    ],
    examples: { match: ['PLANETSCALE_SERVICE_TOKEN=pscale_tkn_{base64url:43}'] },
  },
  {
    id: 'planetscale-password',
    title: 'PlanetScale database password',
    impact: 'Reads and writes the database branch.',
    reference: 'https://planetscale.com/docs/concepts/service-tokens',
    remediation:
      'Delete it at https://app.planetscale.com under Settings > Service tokens, or reset the branch password.',
    severity: 'critical',
    keywords: ['pscale_pw_'],
    pattern: /\b(?<secret>pscale_pw_[A-Za-z0-9_.=-]{32,64})(?![A-Za-z0-9_=-])/,
    minEntropy: 3.3,
    examples: { match: ['password: pscale_pw_{base64url:43}'] },
  },
  {
    id: 'planetscale-oauth-token',
    title: 'PlanetScale OAuth token',
    impact: 'Acts on databases for the user who allowed the application.',
    reference: 'https://planetscale.com/docs/concepts/service-tokens',
    remediation:
      'Delete it at https://app.planetscale.com under Settings > Service tokens, or reset the branch password.',
    severity: 'critical',
    keywords: ['pscale_oauth_', 'pscale_app_'],
    pattern: /\b(?<secret>pscale_(?:oauth|app_secret)_[A-Za-z0-9_.=-]{32,64})(?![A-Za-z0-9_=-])/,
    minEntropy: 3.3,
    examples: { match: ['pscale_oauth_{base64url:43}'] },
  },
]);
