import { defineRules } from './define.js';

export const rules = defineRules('generic', [
  {
    id: 'jenkins-stored-credential',
    title: 'Unencrypted secret in Jenkins credentials',
    impact: 'Is whatever the jobs use it for; Jenkins did not encrypt it.',
    reference: 'https://www.jenkins.io/doc/book/using/using-credentials/',
    remediation: 'Change the credential, and let Jenkins store it; keep credentials.xml out of repositories.',
    keywords: ['com.cloudbees.plugins.credentials', 'credentialsimpl'],
    pattern:
      /<(?:secret|password|passphrase|apiToken|token|secretKey|clientSecret|privateKey)>\{?(?:[^<{}]{0,60}\s)?(?<secret>[^\s<{}]{8,600})\}?<\//,
    minEntropy: 2.8,
    exclude: /^AQAAAB[A-Za-z0-9+/]{16,}={0,2}$/,
    examples: {
      match: [
        '<com.cloudbees.plugins.credentials.impl.StringCredentialsImpl>\n  <secret>{alnum:32}</secret>',
      ],
      noMatch: [
        '<com.cloudbees.plugins.credentials.impl.StringCredentialsImpl>\n  <secret>{jenkins}</secret>',
      ],
    },
  },
  {
    id: 'jenkins-initial-admin-password',
    title: 'Initial password of a Jenkins administrator',
    impact: 'Administers Jenkins, and runs programs on its agents, until the first set-up is done.',
    reference: 'https://www.jenkins.io/doc/book/installing/linux/#unlocking-jenkins',
    remediation: "Finish the set-up, and change the administrator's password.",
    keywords: ['password to proceed to installation', 'initialadminpassword'],
    pattern:
      /(?:password to proceed to installation:?|initialAdminPassword)[\s\\nr*"'#:=|-]{1,60}(?<secret>[0-9a-f]{32})(?![0-9A-Za-z])/,
    minEntropy: 3,
    examples: {
      match: ['Please use the following password to proceed to installation:\n\n{hex:32}\n'],
      noMatch: ['/var/lib/jenkins/secrets/initialAdminPassword'],
    },
  },
]);
