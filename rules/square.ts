import { defineRules } from './define.js';

export const rules = defineRules('square', [
  {
    id: 'square-access-token',
    title: 'Square access token',
    impact: 'Takes payments and reads customers of the seller.',
    reference: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    remediation: 'Replace it at https://developer.squareup.com/apps.',
    severity: 'critical',
    keywords: ['eaaa'],
    pattern:
      /(?<![A-Za-z0-9_+/-])(?<secret>EAAA(?=[A-Za-z_+=-]{0,50}[0-9])[A-Za-z0-9_+=-]{60})(?![A-Za-z0-9_+/=-])/,
    minEntropy: 4,
    examples: { match: ['SQUARE_ACCESS_TOKEN=EAAA{base64url:60}'] },
  },
  {
    id: 'square-personal-token',
    title: 'Square personal access token or other sq0 token',
    impact: 'Takes payments and reads customers of the seller.',
    reference: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    remediation: 'Replace it at https://developer.squareup.com/apps.',
    severity: 'critical',
    keywords: ['sq0'],
    pattern: /\b(?<secret>sq0(?!idp|csp)[a-z]{3}-[A-Za-z0-9_-]{22,60})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['sq0atp-{base64url:22}'] },
  },
  {
    id: 'square-oauth-secret',
    title: 'Square OAuth secret',
    impact: 'Gets tokens for every seller that allowed the application.',
    reference: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    remediation: 'Replace it at https://developer.squareup.com/apps.',
    severity: 'critical',
    keywords: ['sq0csp-'],
    pattern: /\b(?<secret>sq0csp-[A-Za-z0-9_-]{43,60})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['SQUARE_APPLICATION_SECRET=sq0csp-{base64url:43}'] },
  },
]);
