import { defineRules } from './define.js';

export const rules = defineRules('okta', [
  {
    id: 'okta-api-token',
    title: 'Okta API token',
    impact: "Administers users, groups and applications with its creator's rights.",
    reference: 'https://developer.okta.com/docs/guides/create-an-api-token/',
    remediation: 'Revoke it in the Admin Console under Security > API > Tokens.',
    severity: 'critical',
    keywords: ['okta', 'ssws'],
    value: /00(?=[A-Za-z_-]{0,39}[0-9])[A-Za-z0-9_-]{40}/,
    minEntropy: 3.5,
    companions: [
      {
        name: 'domain',
        pattern: /\b(?<value>[a-z0-9-]{1,40}\.okta(?:preview|-emea|-gov)?\.com)\b/,
        within: 1024,
      },
    ],
    examples: { match: ['OKTA_API_TOKEN=00{base64url:40}', 'Authorization: SSWS 00{base64url:40}'] },
  },
]);
