import { defineRules } from './define.js';

export const rules = defineRules('calcom', [
  {
    id: 'calcom-api-key',
    title: 'Cal.com API key',
    impact: "Reads and changes the user's bookings.",
    reference: 'https://cal.com/docs/api-reference/v2/introduction',
    remediation: 'Delete the key in Cal.com under Settings, API keys.',
    severity: 'medium',
    keywords: ['cal_live_', 'cal.com', 'calcom', 'cal_api'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>cal_(?:live_)?[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['CALCOM_TOKEN=cal_live_{alnum:32}', 'key: "cal_live_{alnum:32}"'],
      noMatch: ['cal_live_{alnum:16}'],
    },
  },
]);
