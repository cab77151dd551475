import { defineRules } from './define.js';

export const rules = defineRules('adobe', [
  {
    id: 'adobe-client-secret',
    title: 'Adobe OAuth client secret',
    impact: "Signs in as the integration to the organisation's Adobe products.",
    reference: 'https://developer.adobe.com/developer-console/docs/guides/authentication/',
    remediation: 'Rotate the secret in the Adobe Developer Console.',
    keywords: ['p8e-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>p8e-[A-Za-z0-9_-]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['client_secret: p8e-{base64url:32}'], noMatch: ['p8e-{alnum:12}'] },
  },
  {
    id: 'adobe-client-id-or-secret',
    title: 'Adobe client secret (older form)',
    impact: "Signs in as the integration to the organisation's Adobe products.",
    reference: 'https://developer.adobe.com/developer-console/docs/guides/authentication/',
    remediation: 'Rotate the secret in the Adobe Developer Console.',
    severity: 'medium',
    keywords: ['adobe'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['ADOBE_API_KEY={hex:32}', 'adobe.token: "{hex:32}"'],
      noMatch: ['ADOBE_API_KEY={hex:16}'],
    },
  },
]);
