import { defineRules } from './define.js';

export const rules = defineRules('securitytrails', [
  {
    id: 'securitytrails-api-key',
    title: 'SecurityTrails API key',
    impact: "Queries at the account's cost.",
    reference: 'https://docs.securitytrails.com/docs/authentication',
    remediation: 'Delete it at https://securitytrails.com/app/account/credentials.',
    severity: 'medium',
    keywords: ['securitytrails'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    minEntropy: 3.3,
    examples: { match: ['SECURITYTRAILS_API_KEY={alnum:32}', "'securitytrails_api_key': '{alnum:32}'"] },
  },
]);
