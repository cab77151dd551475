import { defineRules } from './define.js';

export const rules = defineRules('npm', [
  {
    id: 'npm-access-token',
    title: 'npm access token',
    impact: 'Publishes packages as its owner, or reads private ones: a way into everybody who installs them.',
    reference: 'https://docs.npmjs.com/about-access-tokens',
    remediation: 'Delete it at https://www.npmjs.com/settings/~/tokens.',
    severity: 'critical',
    keywords: ['npm_'],
    pattern: /\b(?<secret>npm_[A-Za-z0-9]{36})\b/,
    check: 'npm-crc32',
    examples: {
      match: ['NPM_TOKEN={github:npm_}', '//registry.npmjs.org/:_authToken={github:npm_}'],
      noMatch: ['npm_{alnum:20}'],
    },
  },
  {
    id: 'npm-legacy-auth-token',
    title: 'npm registry token in an .npmrc',
    impact: 'Publishes packages, or reads private ones, at the registry the line names.',
    reference: 'https://docs.npmjs.com/about-access-tokens',
    remediation: 'Delete it at https://www.npmjs.com/settings/~/tokens.',
    severity: 'critical',
    keywords: ['_authtoken'],
    pattern:
      /:_authToken["']?\s{0,3}[=:]\s{0,3}["']?(?<secret>(?!npm_|gh[oprsu]_|glpat-|\$)[A-Za-z0-9_+/.~-]{20,500}={0,2})/,
    minEntropy: 3,
    examples: {
      match: ['//registry.npmjs.org/:_authToken={uuid}', '//npm.corp.test/:_authToken="{base64:64}=="'],
      noMatch: ['//registry.npmjs.org/:_authToken=${NPM_TOKEN_FROM_ENVIRONMENT}'],
    },
  },
  {
    id: 'npm-basic-auth',
    title: 'npm registry password in an .npmrc',
    impact: 'Publishes packages, or reads private ones, at the registry the line names.',
    reference: 'https://docs.npmjs.com/about-access-tokens',
    remediation: 'Delete it at https://www.npmjs.com/settings/~/tokens.',
    severity: 'critical',
    keywords: ['_password', '_auth'],
    pattern:
      /(?:^|[:\n])_(?:password|auth)\s{0,3}=\s{0,3}["']?(?<secret>(?=[A-Za-z+/]{0,200}[0-9=])[A-Za-z0-9+/]{8,400}={0,2})(?![A-Za-z0-9+/=${}])/,
    minEntropy: 2.8,
    examples: { match: ['//registry.corp.test/:_password={base64:24}==', '_auth={base64:30}=='] },
  },
]);
