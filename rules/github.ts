import { defineRules } from './define.js';

export const rules = defineRules('github', [
  {
    id: 'github-personal-access-token',
    title: 'GitHub personal access token (classic)',
    impact: 'Acts as the user on every repository and organisation within its scopes.',
    reference:
      'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
    remediation: 'Revoke it at https://github.com/settings/tokens; look in the security log for its use.',
    severity: 'critical',
    keywords: ['ghp_'],
    pattern: /(?<![A-Za-z0-9])(?<secret>ghp_[A-Za-z0-9]{36})(?![A-Za-z0-9])/,
    check: 'github-crc32',
    examples: {
      match: ['GITHUB_TOKEN={github:ghp_}', 'https://user:{github:ghp_}@github.com/org/repo.git'],
      noMatch: ['ghp_{alnum:36}', 'ghp_{alnum:20}'],
    },
  },
  {
    id: 'github-fine-grained-token',
    title: 'GitHub fine-grained personal access token',
    impact: 'Acts as the user on the repositories it was made for.',
    reference:
      'https://docs.github.com/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
    remediation: 'Revoke it at https://github.com/settings/personal-access-tokens.',
    severity: 'critical',
    keywords: ['github_pat_'],
    pattern: /(?<![A-Za-z0-9])(?<secret>github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![A-Za-z0-9])/,
    minEntropy: 4,
    examples: {
      match: ['token: github_pat_{alnum:22}_{alnum:59}'],
      noMatch: ['github_pat_{alnum:22}_{alnum:20}'],
    },
  },
  {
    id: 'github-oauth-token',
    title: 'GitHub OAuth access token',
    impact: 'Acts as the user within the scopes granted to the app.',
    reference:
      'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
    remediation: 'Revoke the app at https://github.com/settings/applications.',
    severity: 'critical',
    keywords: ['gho_'],
    pattern: /(?<![A-Za-z0-9])(?<secret>gho_[A-Za-z0-9]{36})(?![A-Za-z0-9])/,
    check: 'github-crc32',
    examples: { match: ['oauth_token: {github:gho_}'], noMatch: ['gho_{alnum:36}'] },
  },
  {
    id: 'github-app-token',
    title: 'GitHub App token',
    impact: 'Acts as the app or its user on the repositories it is installed on, for some hours.',
    reference:
      'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
    remediation: 'Revoke it with DELETE /installation/token, or suspend the installation.',
    keywords: ['ghs_', 'ghu_'],
    pattern: /(?<![A-Za-z0-9])(?<secret>gh[su]_[A-Za-z0-9]{36})(?![A-Za-z0-9])/,
    check: 'github-crc32',
    examples: { match: ['token={github:ghs_}', 'token={github:ghu_}'], noMatch: ['ghs_{alnum:36}'] },
  },
  {
    id: 'github-app-installation-jwt',
    title: 'GitHub App installation token',
    impact: 'Acts as the app on the repositories it is installed on for an hour.',
    reference:
      'https://github.blog/changelog/2026-05-15-github-app-installation-tokens-per-request-override-header/',
    remediation: 'Revoke it with DELETE /installation/token, or suspend the installation.',
    keywords: ['ghs_'],
    pattern:
      /(?<![A-Za-z0-9])(?<secret>ghs_(?:[A-Za-z0-9]{1,24}_){0,2}eyJ[A-Za-z0-9_-]{10,600}\.[A-Za-z0-9_-]{20,2000}\.[A-Za-z0-9_-]{20,1400})(?![A-Za-z0-9_-])/,
    check: 'github-app-jwt',
    examples: {
      match: ['GH_TOKEN=ghs_1234567_{jwt:iss=github}', 'Authorization: token ghs_42_{jwt}'],
      noMatch: ['GH_TOKEN=ghs_1234567_{alnum:20}.{alnum:20}.{alnum:20}'],
    },
  },
  {
    id: 'github-refresh-token',
    title: 'GitHub App refresh token',
    impact: 'Gets new user tokens for six months.',
    reference:
      'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
    remediation: 'Revoke the app at https://github.com/settings/apps/authorizations.',
    keywords: ['ghr_'],
    pattern: /(?<![A-Za-z0-9])(?<secret>ghr_[A-Za-z0-9]{76}|ghr_[A-Za-z0-9]{36})(?![A-Za-z0-9])/,
    minEntropy: 4,
    examples: {
      match: ['refresh_token={github:ghr_}', 'refresh_token=ghr_{alnum:76}'],
      noMatch: ['ghr_{alnum:20}'],
    },
  },
  {
    id: 'github-oauth-client-secret',
    title: 'GitHub OAuth client secret',
    impact: "Lets an attacker pose as the app and exchange its users' codes for tokens.",
    reference:
      'https://docs.github.com/apps/oauth-apps/building-oauth-apps/best-practices-for-creating-an-oauth-app',
    remediation: 'Generate a new secret at https://github.com/settings/developers and delete this one.',
    keywords: ['client_secret', 'clientsecret', 'client-secret'],
    pattern:
      /[Cc](?:lient|LIENT)[_-]?(?:[Ss]ecret|SECRET)["'`\]]{0,2}\s{0,8}(?:=>|:=|[=:,])\s{0,8}["'`]{0,3}(?<secret>[0-9a-f]{40})(?![0-9A-Za-z])/,
    minEntropy: 3,
    companions: [
      {
        name: 'client id',
        pattern:
          /(?<![A-Za-z0-9])(?:Iv1\.[0-9a-f]{16}|Iv23[A-Za-z0-9]{16}|Ov23[A-Za-z0-9]{16}|[0-9a-f]{20})(?![A-Za-z0-9])/,
        within: 300,
        required: true,
      },
    ],
    examples: {
      match: ['GITHUB_CLIENT_ID=Iv1.{hex:16}\nGITHUB_CLIENT_SECRET={hex:40}'],
      noMatch: ['GITHUB_CLIENT_SECRET={hex:20}'],
    },
  },
  {
    id: 'github-legacy-token',
    title: 'GitHub token (form before 2021)',
    impact: 'Acts as the user on every repository and organisation within its scopes.',
    reference:
      'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
    remediation: 'Revoke it at https://github.com/settings/tokens; look in the security log for its use.',
    keywords: ['github', 'gh_token', 'ghtoken'],
    pattern:
      /(?:[Gg]it[Hh]ub|GITHUB|\bGH|\bgh)(?:(?!client|CLIENT|Client)[\w .-]){0,24}(?:[Tt]oken|TOKEN|[Ss]ecret|SECRET|[Aa]pi_?[Kk]ey|API_?KEY|[Pp]assword|PASSWORD|[Aa]uth|AUTH|PAT|pat|[Kk]ey|KEY|-token \w{0,20})["'`\]]{0,2}\s{0,8}(?:=>|:=|[=:,])\s{0,8}["'`]{0,3}(?<secret>[0-9a-f]{40})(?![0-9A-Za-z])/,
    minEntropy: 3.2,
    examples: {
      match: ['GITHUB_TOKEN={hex:40}', 'github.api_key: "{hex:40}"'],
      noMatch: ['GITHUB_SHA={hex:40}', 'GITHUB_TOKEN={hex:20}'],
    },
  },
  {
    id: 'github-legacy-token-in-url',
    title: 'GitHub token in a repository address',
    impact: 'Acts as the user on every repository and organisation within its scopes.',
    reference:
      'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
    remediation: 'Revoke it at https://github.com/settings/tokens; look in the security log for its use.',
    keywords: ['@github.com', '@api.github.com'],
    pattern: /:\/\/(?:[^\s:@/"']{1,64}:)?(?<secret>[0-9a-f]{40})(?::x-oauth-basic)?@(?:api\.)?github\.com/,
    minEntropy: 3,
    examples: {
      match: [
        'git clone https://{hex:40}@github.com/org/repo.git',
        'https://bot:{hex:40}@github.com/org/repo',
      ],
      noMatch: ['https://{hex:20}@github.com/org/repo.git'],
    },
  },
]);
