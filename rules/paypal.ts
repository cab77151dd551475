import { defineRules } from './define.js';

export const rules = defineRules('paypal', [
  {
    id: 'paypal-braintree-access-token',
    title: 'PayPal Braintree access token',
    impact: 'Takes and refunds payments of the merchant.',
    reference: 'https://developer.paypal.com/braintree/docs/guides/extend/oauth/overview',
    remediation: 'Replace the secret at https://developer.paypal.com/dashboard/applications.',
    severity: 'critical',
    keywords: ['access_token$'],
    pattern: /\b(?<secret>access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32})\b/,
    minEntropy: 3,
    examples: { match: ['access_token$production${loweralnum:16}${hex:32}'] },
  },
  {
    id: 'paypal-client-secret',
    title: 'PayPal client secret',
    impact: "Takes, refunds and pays out money with the account's client id.",
    reference: 'https://developer.paypal.com/api/rest/',
    remediation: 'Replace the secret at https://developer.paypal.com/dashboard/applications.',
    severity: 'critical',
    keywords: ['paypal'],
    value: /E[A-Za-z0-9_-]{79}/,
    minEntropy: 4,
    companions: [
      { name: 'client id', pattern: /\b(?<value>A[A-Za-z0-9_-]{79})(?![A-Za-z0-9_-])/, within: 512 },
    ],
    examples: { match: ['PAYPAL_CLIENT_ID=A{base64url:79}\nPAYPAL_CLIENT_SECRET=E{base64url:79}'] },
  },
]);
