import { defineRules } from './define.js';

export const rules = defineRules('twitch', [
  {
    id: 'twitch-access-token',
    title: 'Twitch client secret or access token',
    impact: 'Acts as the application, or as the user who allowed it.',
    reference: 'https://dev.twitch.tv/docs/authentication/',
    remediation:
      "Rotate it at https://dev.twitch.tv/console/apps, or disconnect the application in the user's settings.",
    keywords: ['twitch'],
    value: /(?:oauth:)?(?=[a-z]{0,29}[0-9])[a-z0-9]{30}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['TWITCH_CLIENT_SECRET={loweralnum:30}', 'twitchToken="{loweralnum:30}"'] },
  },
  {
    id: 'twitch-oauth-password',
    title: 'Twitch chat password',
    impact: 'Reads and writes chat as its user.',
    reference: 'https://dev.twitch.tv/docs/chat/irc/',
    remediation:
      "Rotate it at https://dev.twitch.tv/console/apps, or disconnect the application in the user's settings.",
    keywords: ['oauth:'],
    pattern: /(?<![A-Za-z0-9])(?<secret>oauth:(?=[a-z]{0,29}[0-9])[a-z0-9]{30})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['password = "oauth:{loweralnum:30}"'] },
  },
  {
    id: 'twitch-stream-key',
    title: 'Twitch stream key',
    impact: 'Broadcasts on the channel.',
    reference: 'https://help.twitch.tv/s/article/twitch-stream-key-faq',
    remediation: 'Reset it at https://dashboard.twitch.tv/settings/stream.',
    keywords: ['live_'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>live_[0-9]{6,12}_[A-Za-z0-9]{26,44})(?![A-Za-z0-9_])/,
    minEntropy: 3.5,
    examples: { match: ['STREAM_KEY=live_{digits:9}_{alnum:30}'] },
  },
]);
