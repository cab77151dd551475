import { defineRules } from './define.js';

export const rules = defineRules('stytch', [
  {
    id: 'stytch-secret',
    title: 'Stytch project secret',
    impact: "Signs in as any of the project's users.",
    reference: 'https://stytch.com/docs/api/authentication',
    remediation: 'Rotate it at https://stytch.com/dashboard/api-keys.',
    severity: 'critical',
    keywords: ['secret-live-', 'secret-test-'],
    pattern: /\b(?<secret>secret-(?:live|test)-[A-Za-z0-9_-]{32,40}={0,2})(?![A-Za-z0-9_=-])/,
    minEntropy: 3.5,
    examples: { match: ['STYTCH_SECRET=secret-live-{base64url:36}'] },
  },
]);
