import { defineRules } from './define.js';

export const rules = defineRules('travisci', [
  {
    id: 'travisci-access-token',
    title: 'Travis CI access token',
    impact: 'Runs builds and reads their settings as its user.',
    reference: 'https://developer.travis-ci.com/authentication',
    remediation: 'Regenerate it at https://app.travis-ci.com/account/preferences.',
    severity: 'critical',
    keywords: ['travis'],
    value: /(?=[A-Za-z_-]{0,21}[0-9])[A-Za-z0-9_-]{22}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['TRAVIS_TOKEN={alnum:22}', 'travisToken="{loweralnum:22}"'] },
  },
]);
