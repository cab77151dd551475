import { defineRules } from './define.js';

export const rules = defineRules('pushbullet', [
  {
    id: 'pushbullet-access-token',
    title: 'Pushbullet access token',
    impact: 'Reads and sends pushes, files and messages of its user.',
    reference: 'https://docs.pushbullet.com/#api-quick-start',
    remediation: 'Reset it at https://www.pushbullet.com/#settings/account.',
    keywords: ['pushbullet', 'pushbullet.com', 'access-token'],
    pattern:
      /(?<![A-Za-z0-9_.])(?<secret>o\.(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32})(?![A-Za-z0-9_]|\.[A-Za-z0-9])/,
    minEntropy: 3.8,
    examples: { match: ['PUSHBULLET_TOKEN=o.{alnum:32}'] },
  },
]);
