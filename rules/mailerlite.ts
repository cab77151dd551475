import { defineRules } from './define.js';

export const rules = defineRules('mailerlite', [
  {
    id: 'mailerlite-api-key',
    title: 'MailerLite API key (classic)',
    impact: 'Reads and changes subscribers and campaigns.',
    reference: 'https://developers.mailerlite.com/docs/#authentication',
    remediation: 'Delete it at https://dashboard.mailerlite.com/integrations/api.',
    keywords: ['mailerlite', 'mailer_lite'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: { match: ['MAILERLITE_API_KEY={loweralnum:32}', "'mailerlite_api_key': '{loweralnum:32}'"] },
  },
]);
