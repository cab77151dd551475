import { defineRules } from './define.js';

export const rules = defineRules('onelogin', [
  {
    id: 'onelogin-api-secret',
    title: 'OneLogin API credential',
    impact: 'Administers users and applications of the organization.',
    reference: 'https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials',
    remediation: 'Delete it under Administration > Developers > API Credentials.',
    severity: 'critical',
    keywords: ['onelogin', 'one_login'],
    value: /[0-9a-f]{64}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['ONELOGIN_CLIENT_SECRET={hex:64}', "'onelogin_client_secret': '{hex:64}'"] },
  },
]);
