import { defineRules } from './define.js';

export const rules = defineRules('salesforce', [
  {
    id: 'salesforce-access-token',
    title: 'Salesforce access token or session id',
    impact: "Reads and changes the organization's data as its user.",
    reference: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm',
    remediation: 'Revoke it in Setup under Session Management or Connected Apps OAuth Usage.',
    severity: 'critical',
    keywords: ['!aq', '!ar', 'salesforce', 'sfdc'],
    pattern: /(?<![A-Za-z0-9])(?<secret>00[A-Za-z0-9]{10,16}![A-Za-z0-9_.-]{80,130})(?![A-Za-z0-9_])/,
    minEntropy: 3.8,
    companions: [
      {
        name: 'instance',
        pattern:
          /(?<![A-Za-z0-9.-])(?<value>[a-z0-9][a-z0-9.-]{1,80}\.(?:my\.salesforce|lightning\.force|salesforce)\.com)(?![A-Za-z0-9-])/i,
        within: 512,
      },
    ],
    examples: { match: ['SF_ACCESS_TOKEN=00D{alnum:12}!AQ{alnum:94}'] },
  },
  {
    id: 'salesforce-refresh-token',
    title: 'Salesforce refresh token',
    impact: 'Gets access tokens as its user until it is revoked.',
    reference: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm',
    remediation: 'Revoke it in Setup under Session Management or Connected Apps OAuth Usage.',
    severity: 'critical',
    keywords: ['5aep861'],
    pattern: /\b(?<secret>5A[Ee][Pp]861[A-Za-z0-9_.=]{60,200})(?![A-Za-z0-9_])/,
    minEntropy: 3.8,
    companions: [
      {
        name: 'instance',
        pattern:
          /(?<![A-Za-z0-9.-])(?<value>[a-z0-9][a-z0-9.-]{1,80}\.(?:my\.salesforce|lightning\.force|salesforce)\.com)(?![A-Za-z0-9-])/i,
        within: 512,
      },
    ],
    examples: { match: ['refresh_token: 5Aep861{alnum:80}'] },
  },
  {
    id: 'salesforce-consumer-key',
    title: 'Salesforce consumer key',
    impact: 'Names a connected app; with its secret gets access tokens.',
    reference: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm',
    remediation: 'Revoke it in Setup under Session Management or Connected Apps OAuth Usage.',
    severity: 'low',
    keywords: ['3mvg'],
    pattern: /\b(?<secret>3MVG[A-Za-z0-9_.+/=]{76,260})(?![A-Za-z0-9_])/,
    minEntropy: 3.8,
    examples: { match: ['SF_CLIENT_ID=3MVG9{alnum:80}'] },
  },
  {
    id: 'salesforce-client-secret',
    title: 'Salesforce consumer secret',
    impact: 'Gets access tokens as the connected app.',
    reference: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_tokens_scopes.htm',
    remediation: 'Revoke it in Setup under Session Management or Connected Apps OAuth Usage.',
    severity: 'critical',
    keywords: ['salesforce', 'sfdc', 'sf_client', 'sf_consumer'],
    value: /[0-9A-F]{64}|[0-9]{16,20}/,
    assigned: true,
    minEntropy: 2.5,
    examples: { match: ['SALESFORCE_CLIENT_SECRET={upperhex:64}'] },
  },
]);
