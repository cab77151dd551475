import { defineRules } from './define.js';

export const rules = defineRules('eventbrite', [
  {
    id: 'eventbrite-token',
    title: 'Eventbrite private token',
    impact: "Reads and changes the user's events and orders.",
    reference: 'https://www.eventbrite.com/platform/docs/authentication',
    remediation: 'Delete the key at https://www.eventbrite.com/platform/api-keys.',
    keywords: ['eventbrite'],
    value: /(?=[A-Z]{0,19}[0-9])[A-Z0-9]{20}|(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{20}/,
    assigned: true,
    minEntropy: 3.3,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['EVENTBRITE_API_KEY={upperalnum:20}', 'eventbrite.token: "{upperalnum:20}"'],
      noMatch: ['EVENTBRITE_API_KEY={upperalnum:10}'],
    },
  },
]);
