import { defineRules } from './define.js';

export const rules = defineRules('sonar', [
  {
    id: 'sonar-token',
    title: 'SonarQube or SonarCloud token',
    impact: "Reads source code, and changes analyses with its user's or project's rights.",
    reference: 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/',
    remediation:
      'Revoke it under My Account > Security of the server, or at https://sonarcloud.io/account/security.',
    keywords: ['squ_', 'sqp_', 'sqa_'],
    pattern: /\b(?<secret>sq[upa]_[0-9a-f]{40})\b/,
    minEntropy: 3,
    examples: { match: ['SONAR_TOKEN=sqp_{hex:40}'] },
  },
  {
    id: 'sonar-cloud-token',
    title: 'SonarQube Cloud scoped token',
    impact: 'Reads source code, and changes analyses of the organization.',
    reference: 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/',
    remediation:
      'Revoke it under My Account > Security of the server, or at https://sonarcloud.io/account/security.',
    keywords: ['sqco_'],
    pattern: /\b(?<secret>sqco_[A-Za-z0-9]{50,64})\b/,
    minEntropy: 3.5,
    examples: { match: ['SONAR_TOKEN=sqco_{alnum:59}'] },
  },
  {
    id: 'sonar-legacy-token',
    title: 'SonarQube or SonarCloud token (40 hex digits)',
    impact: "Reads source code, and changes analyses with its user's rights.",
    reference: 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/',
    remediation:
      'Revoke it under My Account > Security of the server, or at https://sonarcloud.io/account/security.',
    keywords: ['sonar'],
    value: /[0-9a-f]{40}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['sonar.login={hex:40}', 'SONAR_TOKEN={hex:40}'] },
  },
]);
