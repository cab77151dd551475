import { defineRules } from './define.js';

export const rules = defineRules('atlassian', [
  {
    id: 'atlassian-api-token',
    title: 'Atlassian API token',
    impact: 'Acts as the user in Jira, Confluence and Bitbucket.',
    reference:
      'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    remediation: 'Revoke the token at https://id.atlassian.com/manage-profile/security/api-tokens.',
    severity: 'critical',
    keywords: ['atatt3', 'atctt3'],
    pattern:
      /(?<![A-Za-z0-9])(?<secret>AT[AC]TT3xFf[A-Za-z0-9+/_-]{50,260}(?:=|\\=|%3[Dd])?(?:[0-9A-F]{8})?)(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    companions: [
      {
        name: 'site',
        pattern: /(?<![A-Za-z0-9.-])(?<value>[a-z0-9][a-z0-9-]{1,60}\.atlassian\.net)(?![A-Za-z0-9-])/,
        within: 512,
      },
      {
        name: 'account',
        pattern:
          /(?<![A-Za-z0-9._+-])(?<value>[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z]{2,20}){1,3})(?![A-Za-z0-9.-])/,
        within: 256,
      },
    ],
    examples: {
      match: [
        'JIRA_TOKEN=ATATT3xFfGF0{base64url:171}={upperhex:8}',
        'token: ATCTT3xFfGN0{base64url:171}={upperhex:8}',
      ],
      noMatch: ['ATATT3xFfGF0{alnum:12}'],
    },
  },
  {
    id: 'atlassian-data-center-token',
    title: 'Jira, Confluence or Bitbucket Data Center token',
    impact: 'Acts as the user on the server.',
    reference: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
    remediation: 'Revoke the token in the profile under Personal access tokens.',
    keywords: ['jira', 'confluence', 'atlassian', 'bitbucket', 'bearer', '/token/'],
    pattern: /(?<![A-Za-z0-9+])(?<secret>[MNO][A-Za-z0-9]{15}O[A-Za-z0-9+/]{27})(?![A-Za-z0-9+=])/,
    minEntropy: 4,
    check: 'atlassian-pat',
    examples: {
      match: ['CONFLUENCE_TOKEN={datacenter}', 'Authorization: Bearer {datacenter}'],
      noMatch: ['token: MAAAAAAAAAAAAAOAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    },
  },
  {
    id: 'atlassian-legacy-token',
    title: 'Atlassian API token (older form)',
    impact: 'Acts as the user in Jira, Confluence and Bitbucket.',
    reference:
      'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    remediation: 'Revoke the token at https://id.atlassian.com/manage-profile/security/api-tokens.',
    keywords: ['atlassian', 'jira', 'confluence'],
    value: /(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{24}|(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{20}/,
    assigned: true,
    minEntropy: 3.6,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['ATLASSIAN_API_KEY={alnum:24}', 'atlassian.token: "{alnum:24}"'],
      noMatch: ['ATLASSIAN_API_KEY={alnum:12}'],
    },
  },
]);
