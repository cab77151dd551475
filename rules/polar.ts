import { defineRules } from './define.js';

export const rules = defineRules('polar', [
  {
    id: 'polar-access-token',
    title: 'Polar access token',
    impact: 'Reads customers, and changes products and subscriptions.',
    reference: 'https://polar.sh/docs/integrate/authentication',
    remediation: 'Revoke it at https://polar.sh/settings.',
    severity: 'critical',
    keywords: ['polar_'],
    pattern:
      /\b(?<secret>polar_(?:at|rt|oat|pat|ci|cs|rat)_(?:[ou]_)?(?=[A-Za-z]{0,36}[0-9])[A-Za-z0-9_-]{30,100})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['POLAR_ACCESS_TOKEN=polar_oat_{alnum:43}'] },
  },
]);
