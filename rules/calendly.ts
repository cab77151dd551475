import { defineRules } from './define.js';

export const rules = defineRules('calendly', [
  {
    id: 'calendly-access-token',
    title: 'Calendly personal access token',
    impact: "Reads and changes the user's event types and bookings.",
    reference: 'https://developer.calendly.com/how-to-authenticate-with-personal-access-tokens',
    remediation: 'Revoke the token in Calendly under Integrations, API & webhooks.',
    keywords: ['calendly'],
    value: /eyJ[A-Za-z0-9_-]{20,600}\.eyJ[A-Za-z0-9_-]{40,1000}\.[A-Za-z0-9_-]{40,120}/,
    minEntropy: 4.2,
    examples: {
      match: ['CALENDLY_TOKEN=eyJ{alnum:60}.eyJ{alnum:200}.{base64url:86}'],
      noMatch: ['CALENDLY_TOKEN=eyJ{alnum:10}'],
    },
  },
]);
