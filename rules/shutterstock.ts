import { defineRules } from './define.js';

export const rules = defineRules('shutterstock', [
  {
    id: 'shutterstock-oauth-token',
    title: 'Shutterstock OAuth token',
    impact: "Licenses images at the account's cost.",
    reference: 'https://api-reference.shutterstock.com/#authentication',
    remediation: 'Delete the app at https://www.shutterstock.com/account/developers/apps.',
    keywords: ['v2/'],
    pattern:
      /(?<![A-Za-z0-9/_.-])(?<secret>v2\/(?=[A-Za-z_-]{0,80}[0-9])[A-Za-z0-9_-]{388})(?![A-Za-z0-9_/-])/,
    minEntropy: 4.5,
    examples: { match: ['SHUTTERSTOCK_API_TOKEN=v2/{base64url:388}'] },
  },
  {
    id: 'shutterstock-api-key',
    title: 'Shutterstock key or secret',
    impact: 'Gets tokens as the application.',
    reference: 'https://api-reference.shutterstock.com/#authentication',
    remediation: 'Delete the app at https://www.shutterstock.com/account/developers/apps.',
    severity: 'medium',
    keywords: ['shutterstock'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['SHUTTERSTOCK_API_KEY={alnum:32}', "'shutterstock_api_key': '{alnum:32}'"] },
  },
  {
    id: 'shutterstock-short-secret',
    title: 'Shutterstock consumer secret',
    impact: 'Gets tokens as the application.',
    reference: 'https://api-reference.shutterstock.com/#authentication',
    remediation: 'Delete the app at https://www.shutterstock.com/account/developers/apps.',
    severity: 'medium',
    keywords: ['shutterstock'],
    value: /(?=[A-Za-z]{0,15}[0-9])[A-Za-z0-9]{16}/,
    assigned: true,
    minEntropy: 2.8,
    examples: {
      match: ['SHUTTERSTOCK_CLIENT_SECRET={alnum:16}', "'shutterstock_client_secret': '{alnum:16}'"],
    },
  },
]);
