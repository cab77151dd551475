import { defineRules } from './define.js';

export const rules = defineRules('jfrog', [
  {
    id: 'jfrog-api-key',
    title: 'JFrog Artifactory API key',
    impact: "Reads, and with rights publishes, the repositories' artefacts.",
    reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile',
    remediation: 'Revoke the key in the JFrog profile.',
    severity: 'critical',
    keywords: ['akcp'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>AKCp[1-9A-HJ-NP-Za-km-z]{68,70})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    companions: [
      {
        name: 'host',
        pattern: /(?<![A-Za-z0-9.-])(?<value>[a-z0-9][a-z0-9-]{1,60}\.jfrog\.io)(?![A-Za-z0-9-])/,
        within: 512,
      },
    ],
    examples: { match: ['ARTIFACTORY_API_KEY=AKCp8{base58:68}'], noMatch: ['AKCp8{base58:10}'] },
  },
  {
    id: 'jfrog-reference-token',
    title: 'JFrog reference token',
    impact: "Reads, and with rights publishes, the repositories' artefacts.",
    reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile',
    remediation: 'Revoke the token in JFrog under Access tokens.',
    severity: 'critical',
    keywords: ['cmvmd'],
    pattern:
      /(?<![A-Za-z0-9+/])(?<secret>cmVmdGtuOjA[xyz][A-Za-z0-9+/]{52}|cmVmd[A-Za-z0-9]{59})(?![A-Za-z0-9+/=_-])/,
    minEntropy: 3.8,
    check: 'jfrog-reference',
    companions: [
      {
        name: 'host',
        pattern: /(?<![A-Za-z0-9.-])(?<value>[a-z0-9][a-z0-9-]{1,60}\.jfrog\.io)(?![A-Za-z0-9-])/,
        within: 512,
      },
    ],
    examples: { match: ['JFROG_TOKEN={jfrog}'], noMatch: ['cmVmdGtuOjAx{alnum:8}'] },
  },
  {
    id: 'jfrog-password',
    title: 'JFrog or Artifactory password or identity token',
    impact: "Reads, and with rights publishes, the repositories' artefacts.",
    reference: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile',
    remediation: 'Change the password or revoke the token in the JFrog profile.',
    keywords: ['jfrog', 'artifactory', 'bintray', 'xray'],
    value:
      /(?=[A-Za-z]{0,72}[0-9])[A-Za-z0-9]{73}|(?=[A-Za-z]{0,63}[0-9])[A-Za-z0-9]{64}|(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}/,
    assigned: true,
    minEntropy: 3.6,
    examples: {
      match: ['JFROG_API_KEY={alnum:73}', 'jfrog.token: "{alnum:73}"'],
      noMatch: ['JFROG_API_KEY={alnum:36}'],
    },
  },
]);
