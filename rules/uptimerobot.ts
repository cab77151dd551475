import { defineRules } from './define.js';

export const rules = defineRules('uptimerobot', [
  {
    id: 'uptimerobot-api-key',
    title: 'UptimeRobot API key',
    impact: "Changes, or reads, the account's monitors.",
    reference: 'https://uptimerobot.com/api/',
    remediation: 'Delete it at https://dashboard.uptimerobot.com/integrations.',
    severity: 'low',
    keywords: ['uptimerobot', 'uptime_robot', 'uptime robot'],
    value: /[um][0-9]{5,10}-[0-9a-f]{24,32}/,
    minEntropy: 3,
    examples: { match: ['UPTIMEROBOT_API_KEY=u{digits:7}-{hex:24}'] },
  },
]);
