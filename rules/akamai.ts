import { defineRules } from './define.js';

export const rules = defineRules('akamai', [
  {
    id: 'akamai-edgegrid-token',
    title: 'Akamai EdgeGrid client or access token',
    impact: "With its secret it changes the account's properties and purges its caches.",
    reference: 'https://techdocs.akamai.com/developer/docs/edgegrid',
    remediation: 'Deactivate the API client in Control Center under Identity & access.',
    severity: 'medium',
    keywords: ['akab-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>akab-[a-z0-9]{16}-[a-z0-9]{16})(?![A-Za-z0-9_-])/,
    minEntropy: 3.4,
    examples: {
      match: ['client_token = akab-{loweralnum:16}-{loweralnum:16}'],
      noMatch: ['akab-{loweralnum:8}-{loweralnum:8}'],
    },
  },
  {
    id: 'akamai-edgegrid-secret',
    title: 'Akamai EdgeGrid client secret',
    impact: "Changes the account's properties and purges its caches.",
    reference: 'https://techdocs.akamai.com/developer/docs/edgegrid',
    remediation: 'Deactivate the credential in Control Center under Identity & access.',
    keywords: ['client_secret', 'clientsecret'],
    pattern:
      /client_?[Ss]ecret["'`\]]{0,2}\s{0,8}(?:=>|:=|[=:,])\s{0,8}["'`]{0,3}(?<secret>[A-Za-z0-9+/]{40,44}={0,2})(?![A-Za-z0-9+/=])/,
    minEntropy: 4,
    companions: [
      {
        name: 'host',
        pattern: /akab-[a-z0-9]{16}-[a-z0-9]{16}(?:\.luna\.akamaiapis\.net)?/,
        within: 400,
        required: true,
      },
    ],
    examples: {
      match: [
        'client_secret = {base64:43}=\nhost = akab-{loweralnum:16}-{loweralnum:16}.luna.akamaiapis.net',
      ],
      noMatch: ['client_secret = {base64:43}='],
    },
  },
]);
