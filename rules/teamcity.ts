import { defineRules } from './define.js';

export const rules = defineRules('teamcity', [
  {
    id: 'teamcity-access-token',
    title: 'TeamCity access token',
    impact: 'Runs builds and reads their parameters as its user.',
    reference:
      'https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html#Managing+Access+Tokens',
    remediation: 'Remove it under Profile > Access Tokens.',
    severity: 'critical',
    keywords: ['eyj0exaioiaivenwmij9'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>eyJ0eXAiOiAiVENWMiJ9\.[A-Za-z0-9_-]{36,48}\.[A-Za-z0-9_-]{40,60})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['Authorization: Bearer eyJ0eXAiOiAiVENWMiJ9.{alnum:36}.{alnum:48}'] },
  },
]);
