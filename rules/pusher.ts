import { defineRules } from './define.js';

export const rules = defineRules('pusher', [
  {
    id: 'pusher-app-secret',
    title: 'Pusher app secret',
    impact: 'Sends events to every client of the app.',
    reference: 'https://pusher.com/docs/channels/library_auth_reference/rest-api/',
    remediation: 'Replace it at https://dashboard.pusher.com under App Keys.',
    keywords: ['pusher'],
    value: /(?=[a-z]{0,19}[0-9])[0-9a-z]{20}/,
    assigned: true,
    minEntropy: 3,
    companions: [
      {
        name: 'app id',
        pattern: /app[_-]?id["'\]]{0,2}\s{0,4}(?:=>|:=|[=:])\s{0,4}["']?(?<value>\d{4,8})(?![A-Za-z0-9_-])/i,
        within: 256,
      },
    ],
    examples: { match: ['PUSHER_APP_SECRET={hex:20}'] },
  },
  {
    id: 'pusher-app-secret-nearby',
    title: 'Pusher app key or secret',
    impact: 'Sends events to every client of the app.',
    reference: 'https://pusher.com/docs/channels/library_auth_reference/rest-api/',
    remediation: 'Replace it at https://dashboard.pusher.com under App Keys.',
    confidence: 'possible',
    keywords: ['pusher -', 'pusher/', 'pusher.com'],
    value: /(?=[a-z]{0,19}[0-9])[0-9a-z]{20}/,
    minEntropy: 3,
    examples: { match: ['https://api-eu.pusher.com {hex:20}'] },
  },
]);
