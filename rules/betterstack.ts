import { defineRules } from './define.js';

export const rules = defineRules('betterstack', [
  {
    id: 'betterstack-api-token',
    title: 'Better Stack API token',
    impact: 'Reads and changes monitors, incidents and logs.',
    reference: 'https://betterstack.com/docs/uptime/api/getting-started-with-uptime-api/',
    remediation: 'Delete the token in Better Stack under API tokens.',
    keywords: ['betterstack', 'better_stack', 'betteruptime', 'logtail'],
    value: /(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{24}/,
    assigned: true,
    minEntropy: 3.6,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['BETTERSTACK_API_KEY={alnum:24}', 'betterstack.token: "{alnum:24}"'],
      noMatch: ['BETTERSTACK_API_KEY={alnum:12}'],
    },
  },
]);
