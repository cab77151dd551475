import { defineRules } from './define.js';

export const rules = defineRules('zoho', [
  {
    id: 'zoho-oauth-token',
    title: 'Zoho OAuth access or refresh token',
    impact: 'Reads and changes the data of the services it is for.',
    reference: 'https://www.zoho.com/accounts/protocol/oauth/self-client/authorization-code-flow.html',
    remediation: 'Revoke it at https://accounts.zoho.com/home#sessions/connectedapps.',
    keywords: ['1000.'],
    pattern: /(?<![A-Za-z0-9.])(?<secret>1000\.[0-9a-f]{32}\.[0-9a-f]{32})(?![A-Za-z0-9]|\.[A-Za-z0-9])/,
    minEntropy: 3,
    examples: { match: ['refresh_token=1000.{hex:32}.{hex:32}'] },
  },
  {
    id: 'zoho-client-id',
    title: 'Zoho client id',
    impact: 'Names an application; with its secret gets tokens.',
    reference: 'https://www.zoho.com/accounts/protocol/oauth/self-client/authorization-code-flow.html',
    remediation: 'Revoke it at https://accounts.zoho.com/home#sessions/connectedapps.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['1000.'],
    pattern:
      /(?<![A-Za-z0-9.])(?<secret>1000\.(?=[A-Z]{0,31}[0-9])[A-Z0-9]{30,32})(?![A-Za-z0-9]|\.[A-Za-z0-9])/,
    minEntropy: 3,
    examples: { match: ['client_id=1000.{upperalnum:30}'] },
  },
]);
