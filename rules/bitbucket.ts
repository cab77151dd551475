import { defineRules } from './define.js';

export const rules = defineRules('bitbucket', [
  {
    id: 'bitbucket-app-password',
    title: 'Bitbucket app password',
    impact: "Reads, and within its scopes changes, the user's repositories.",
    reference: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
    remediation: 'Revoke it at https://bitbucket.org/account/settings/app-passwords/.',
    severity: 'critical',
    keywords: ['atbb'],
    pattern: /(?<![A-Za-z0-9])(?<secret>ATBB[A-Za-z0-9_=.-]{24}[0-9A-F]{8})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: ['https://user:ATBB{alnum:24}{upperhex:8}@bitbucket.org/org/repo'],
      noMatch: ['ATBB{alnum:12}'],
    },
  },
  {
    id: 'bitbucket-app-password-in-url',
    title: 'Bitbucket app password in an address',
    impact: "Reads, and within its scopes changes, the user's repositories.",
    reference: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
    remediation: 'Revoke it at https://bitbucket.org/account/settings/app-passwords/.',
    keywords: ['@bitbucket.org'],
    pattern:
      /:\/\/[\w.-]{1,64}:(?<secret>ATBB[A-Za-z0-9_=.-]{8,40}|(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{18,32})@bitbucket\.org/,
    minEntropy: 3,
    examples: {
      match: ['https://team:{alnum:20}@bitbucket.org/team/repo.git'],
      noMatch: ['https://team:pass@bitbucket.org/team/repo.git'],
    },
  },
  {
    id: 'bitbucket-client-secret',
    title: 'Bitbucket OAuth consumer secret',
    impact: "Acts for the workspace within the consumer's scopes.",
    reference: 'https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/',
    remediation: 'Delete the consumer in the workspace settings.',
    keywords: ['bitbucket'],
    value:
      /(?=[A-Za-z0-9_=-]{0,63}[0-9])(?:[A-Za-z0-9_=-]{64}|[A-Za-z0-9_-]{44}|[A-Za-z0-9_-]{32}|[a-z]{0,29}[0-9][a-z0-9]{17,29})/,
    assigned: true,
    minEntropy: 3.4,
    examples: {
      match: ['BITBUCKET_CLIENT_SECRET={alnum:32}', 'bitbucket_secret: "{alnum:64}"'],
      noMatch: ['BITBUCKET_KEY={alnum:10}'],
    },
  },
]);
