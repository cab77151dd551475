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
]);
