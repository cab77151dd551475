import { defineRules } from './define.js';

export const rules = defineRules('linkedin', [
  {
    id: 'linkedin-client-secret',
    title: 'LinkedIn client secret',
    impact: 'Gets tokens as the application.',
    reference: 'https://learn.microsoft.com/linkedin/shared/authentication/authentication',
    remediation: 'Rotate it at https://www.linkedin.com/developers/apps.',
    severity: 'medium',
    keywords: ['linkedin', 'linked_in', 'linked-in'],
    value: /(?=[A-Za-z]{0,15}[0-9])[A-Za-z0-9]{16}/,
    assigned: true,
    minEntropy: 2.8,
    companions: [
      { name: 'client id', pattern: /client_?id[^A-Za-z0-9\n]{1,8}(?<value>[0-9a-z]{14})\b/i, within: 256 },
    ],
    examples: { match: ['LINKEDIN_CLIENT_SECRET={alnum:16}'] },
  },
  {
    id: 'linkedin-primary-client-secret',
    title: 'LinkedIn primary client secret',
    impact: 'Gets tokens as the application.',
    reference: 'https://learn.microsoft.com/linkedin/shared/authentication/authentication',
    remediation: 'Rotate it at https://www.linkedin.com/developers/apps.',
    severity: 'medium',
    keywords: ['wpl_ap'],
    pattern: /\b(?<secret>WPL_AP[01]\.[A-Za-z0-9]{16}\.[A-Za-z0-9+/]{6}={0,2})/,
    minEntropy: 3,
    examples: { match: ['secret = WPL_AP1.{alnum:16}.{alnum:6}=='] },
  },
  {
    id: 'linkedin-access-token',
    title: 'LinkedIn access token',
    impact: 'Reads and posts as the member who allowed it.',
    reference: 'https://learn.microsoft.com/linkedin/shared/authentication/authentication',
    remediation: 'Rotate it at https://www.linkedin.com/developers/apps.',
    keywords: ['linkedin', 'linked_in'],
    value: /AQ[A-Za-z0-9_-]{150,400}/,
    minEntropy: 4,
    examples: { match: ['LINKEDIN_TOKEN=AQ{base64url:300}'] },
  },
]);
