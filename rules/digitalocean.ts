import { defineRules } from './define.js';

export const rules = defineRules('digitalocean', [
  {
    id: 'digitalocean-access-token',
    title: 'DigitalOcean access token',
    impact: "Changes the team's droplets, databases and networks within its scopes.",
    reference: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    remediation: 'Revoke the token at https://cloud.digitalocean.com/account/api/tokens.',
    severity: 'critical',
    keywords: ['dop_v1_', 'doo_v1_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>do[op]_v1_[0-9a-f]{64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['DIGITALOCEAN_TOKEN=dop_v1_{hex:64}', 'token: doo_v1_{hex:64}'],
      noMatch: ['dop_v1_{hex:20}'],
    },
  },
  {
    id: 'digitalocean-refresh-token',
    title: 'DigitalOcean OAuth refresh token',
    impact: 'Gets new access tokens for the user.',
    reference: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    remediation: 'Revoke the application at https://cloud.digitalocean.com/account/api/access.',
    keywords: ['dor_v1_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>dor_v1_[0-9a-f]{64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['refresh: dor_v1_{hex:64}'], noMatch: ['dor_v1_{hex:20}'] },
  },
  {
    id: 'digitalocean-legacy-token',
    title: 'DigitalOcean token or Spaces secret',
    impact: "Changes the team's resources, or reads and writes its Spaces.",
    reference: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    remediation: 'Revoke the token at https://cloud.digitalocean.com/account/api/tokens.',
    keywords: [
      'digitalocean',
      'digital_ocean',
      'do_token',
      'do_api',
      'do_access',
      'spaces_secret',
      'do_spaces',
    ],
    value: /[0-9a-f]{64}|(?=[A-Za-z+/]{0,42}[0-9])[A-Za-z0-9+/]{43}/,
    assigned: true,
    minEntropy: 3.3,
    examples: {
      match: ['DIGITALOCEAN_API_KEY={hex:64}', 'digitalocean.token: "{hex:64}"'],
      noMatch: ['DIGITALOCEAN_API_KEY={hex:32}'],
    },
  },
]);
