import { defineRules } from './define.js';

export const rules = defineRules('miro', [
  {
    id: 'miro-access-token',
    title: 'Miro access token',
    impact: 'Reads and changes boards of the team.',
    reference: 'https://developers.miro.com/docs/rest-api-how-tos-authentication',
    remediation: 'Reinstall the app, or delete it, at https://miro.com/app/settings/user-profile/apps.',
    keywords: ['eyjtaxjv'],
    pattern: /\b(?<secret>eyJtaXJv[A-Za-z0-9+/]{10,40}={0,2}_[A-Za-z0-9_-]{20,40})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['MIRO_ACCESS_TOKEN=eyJtaXJvLm9yaWdpbiI6ImV1MDEifQ_{base64url:27}'] },
  },
]);
