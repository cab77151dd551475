import { defineRules } from './define.js';

export const rules = defineRules('freshdesk', [
  {
    id: 'freshdesk-api-key',
    title: 'Freshdesk API key',
    impact: "Reads and changes the help desk's tickets as the agent.",
    reference: 'https://developers.freshdesk.com/api/#authentication',
    remediation: 'Reset the key in the Freshdesk profile.',
    keywords: ['freshdesk', 'freshservice'],
    value: /(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{20}/,
    assigned: true,
    minEntropy: 3.4,
    companions: [{ name: 'host', pattern: /[a-z0-9-]{2,40}\.fresh(?:desk|service)\.com/, within: 300 }],
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['FRESHDESK_API_KEY={alnum:20}', 'freshdesk.token: "{alnum:20}"'],
      noMatch: ['FRESHDESK_API_KEY={alnum:10}'],
    },
  },
]);
