import { defineRules } from './define.js';

export const rules = defineRules('zendesk', [
  {
    id: 'zendesk-api-token',
    title: 'Zendesk API token or secret',
    impact: 'Reads and answers tickets as any agent.',
    reference: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
    remediation: 'Delete it in the Admin Center under Apps and integrations > APIs.',
    keywords: ['zendesk'],
    value: /(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}/,
    assigned: true,
    minEntropy: 3.5,
    companions: [
      {
        name: 'subdomain',
        pattern: /(?<![A-Za-z0-9.-])(?<value>[a-z0-9][a-z0-9-]{1,60}\.zendesk\.com)(?![A-Za-z0-9-])/,
        within: 512,
      },
    ],
    examples: { match: ['ZENDESK_API_TOKEN={alnum:40}', 'zendeskToken="{loweralnum:40}"'] },
  },
  {
    id: 'zendesk-oauth-secret',
    title: 'Zendesk OAuth client secret or token',
    impact: 'Reads and answers tickets as the client.',
    reference: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
    remediation: 'Delete it in the Admin Center under Apps and integrations > APIs.',
    keywords: ['zendesk', 'zdocket'],
    value: /[0-9a-f]{64}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['ZENDESK_OAUTH_TOKEN={hex:64}'] },
  },
]);
