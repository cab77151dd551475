import { defineRules } from './define.js';

export const rules = defineRules('openshift', [
  {
    id: 'openshift-access-token',
    title: 'OpenShift access token',
    impact: 'Acts on the cluster as its user.',
    reference:
      'https://docs.openshift.com/container-platform/latest/authentication/managing-oauth-access-tokens.html',
    remediation: 'Delete it with `oc delete useroauthaccesstoken`.',
    severity: 'critical',
    keywords: ['sha256~'],
    pattern: /\b(?<secret>sha256~[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['oc login --token=sha256~{base64url:43}'] },
  },
]);
