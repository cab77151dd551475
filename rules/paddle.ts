import { defineRules } from './define.js';

export const rules = defineRules('paddle', [
  {
    id: 'paddle-api-key',
    title: 'Paddle API key',
    impact: 'Reads customers and changes subscriptions and prices.',
    reference: 'https://developer.paddle.com/api-reference/about/api-keys',
    remediation: 'Revoke it at https://vendors.paddle.com/authentication-v2.',
    severity: 'critical',
    keywords: ['pdl_live_apikey_', 'pdl_sdbx_apikey_'],
    pattern: /\b(?<secret>pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3})\b/,
    minEntropy: 3.5,
    examples: { match: ['PADDLE_API_KEY=pdl_live_apikey_{loweralnum:26}_{alnum:22}_{alnum:3}'] },
  },
]);
