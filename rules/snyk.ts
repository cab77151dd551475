import { defineRules } from './define.js';

export const rules = defineRules('snyk', [
  {
    id: 'snyk-access-token',
    title: 'Snyk personal or service account token',
    impact: 'Reads what the projects are vulnerable to, and changes settings.',
    reference: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    remediation: "Revoke it at https://app.snyk.io/account, or under the group's service accounts.",
    keywords: ['snyk_'],
    pattern:
      /\b(?<secret>snyk_[us]at\.[0-9a-f]{8}\.[A-Za-z0-9_-]{40,200}(?:\.[A-Za-z0-9_-]{20,100})?)(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: ['SNYK_TOKEN=snyk_uat.{hex:8}.{base64url:60}.{base64url:43}', 'snyk_sat.{hex:8}.{base64url:90}'],
    },
  },
  {
    id: 'snyk-api-token',
    title: 'Snyk API token',
    impact: 'Reads what the projects are vulnerable to, and changes settings.',
    reference: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    remediation: "Revoke it at https://app.snyk.io/account, or under the group's service accounts.",
    keywords: ['snyk'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['SNYK_TOKEN={uuid}'] },
  },
]);
