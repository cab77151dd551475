import { defineRules } from './define.js';

export const rules = defineRules('teamwork', [
  {
    id: 'teamwork-api-token',
    title: 'Teamwork API token',
    impact: 'Reads and changes projects and tickets as its user.',
    reference: 'https://apidocs.teamwork.com/guides/teamwork/authentication',
    remediation: "Revoke it in Teamwork's profile under API & Mobile.",
    keywords: ['tkn.v1_'],
    pattern: /\b(?<secret>tkn\.v1_[A-Za-z0-9+/_]{60,90}={0,2})(?![A-Za-z0-9+/_=])/,
    minEntropy: 3.8,
    examples: { match: ['TEAMWORK_TOKEN=tkn.v1_{alnum:71}='] },
  },
]);
