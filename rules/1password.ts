import { defineRules } from './define.js';

export const rules = defineRules('1password', [
  {
    id: '1password-secret-key',
    title: '1Password secret key',
    impact: 'With the account password it opens every vault of the user.',
    reference: 'https://support.1password.com/secret-key-security/',
    remediation: 'Make a new secret key under My Profile, Regenerate secret key.',
    severity: 'critical',
    keywords: ['a3-'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: [
        'Secret Key: A3-{upperalnum:6}-{upperalnum:6}-{upperalnum:5}-{upperalnum:5}-{upperalnum:5}-{upperalnum:5}',
      ],
      noMatch: ['A3-{upperalnum:6}-{upperalnum:5}'],
    },
  },
  {
    id: '1password-service-account-token',
    title: '1Password service account token',
    impact: 'Reads, and with write access changes, the vaults the service account was given.',
    reference: 'https://developer.1password.com/docs/service-accounts/security/',
    remediation: 'Rotate or delete the token under Developer, Service accounts.',
    severity: 'critical',
    keywords: ['ops_ey'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>ops_ey[A-Za-z0-9+/_-]{200,2000}={0,3})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['OP_SERVICE_ACCOUNT_TOKEN=ops_eyJ{base64url:600}'], noMatch: ['ops_eyJ{alnum:40}'] },
  },
]);
