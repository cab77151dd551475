import { defineRules } from './define.js';

export const rules = defineRules('flyio', [
  {
    id: 'flyio-access-token',
    title: 'Fly.io access token',
    impact: "Deploys and changes the organisation's apps within its caveats.",
    reference: 'https://fly.io/docs/security/tokens/',
    remediation: 'Revoke it with `fly tokens revoke`.',
    severity: 'critical',
    keywords: ['flyv1 ', 'fm1r_', 'fm2_', 'fo1_', 'fm1a_'],
    pattern:
      /(?<![A-Za-z0-9_])(?<secret>FlyV1 [A-Za-z0-9+/=,_-]{80,4000}|(?:fm1[ar]_|fm2_)[A-Za-z0-9+/]{80,2000}={0,3}(?:,fm2_[A-Za-z0-9+/]{80,2000}={0,3}){0,4}|fo1_[A-Za-z0-9_-]{43})(?![A-Za-z0-9+/=_-])/,
    minEntropy: 4,
    examples: {
      match: ['FLYIO_TOKEN=FlyV1 fm2_{base64:400}', 'key: "FlyV1 fm2_{base64:400}"'],
      noMatch: ['FlyV1 fm2_short'],
    },
  },
]);
