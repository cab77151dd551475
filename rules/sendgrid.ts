import { defineRules } from './define.js';

export const rules = defineRules('sendgrid', [
  {
    id: 'sendgrid-api-key',
    title: 'SendGrid API key',
    impact: 'Sends mail as the account, and reads or changes contacts and settings.',
    reference: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
    remediation: 'Delete it at https://app.sendgrid.com/settings/api_keys.',
    severity: 'critical',
    keywords: ['sg.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>SG\.(?:[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{39,50}|[A-Za-z0-9_.=-]{66}))(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['SENDGRID_API_KEY=SG.{base64url:22}.{base64url:43}'],
      noMatch: ['msg.{base64url:22}.{base64url:43}'],
    },
  },
]);
