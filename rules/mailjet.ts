import { defineRules } from './define.js';

export const rules = defineRules('mailjet', [
  {
    id: 'mailjet-secret-key',
    title: 'Mailjet secret key',
    impact: 'Sends mail as the account.',
    reference: 'https://dev.mailjet.com/email/guides/getting-started/',
    remediation: 'Reset it at https://app.mailjet.com/account/apikeys.',
    keywords: ['mailjet', 'mj_apikey'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['MAILJET_SECRET_KEY={hex:32}'] },
  },
  {
    id: 'mailjet-basic-auth',
    title: 'Mailjet key pair in base64',
    impact: 'Sends mail as the account.',
    reference: 'https://dev.mailjet.com/email/guides/getting-started/',
    remediation: 'Reset it at https://app.mailjet.com/account/apikeys.',
    keywords: ['mailjet'],
    value: /[A-Za-z0-9]{84,87}={0,2}/,
    minEntropy: 4,
    examples: { match: ['mailjet Authorization: Basic {alnum:87}='] },
  },
]);
