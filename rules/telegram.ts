import { defineRules } from './define.js';

export const rules = defineRules('telegram', [
  {
    id: 'telegram-bot-token',
    title: 'Telegram bot token',
    impact: 'Reads messages sent to the bot and writes as the bot.',
    reference: 'https://core.telegram.org/bots/api#authorizing-your-bot',
    remediation: 'Revoke it with /revoke in a chat with @BotFather.',
    keywords: [':aa'],
    pattern: /(?<![A-Za-z0-9_-])(?:bot)?(?<secret>[0-9]{8,10}:AA[A-Za-z0-9_-]{32,33})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: [
        'TELEGRAM_BOT_TOKEN={digits:10}:AA{base64url:33}',
        'https://api.telegram.org/bot{digits:9}:AA{base64url:33}/sendMessage',
      ],
    },
  },
  {
    id: 'telegram-bot-token-nearby',
    title: 'Telegram bot token by its name',
    impact: 'Reads messages sent to the bot and writes as the bot.',
    reference: 'https://core.telegram.org/bots/api#authorizing-your-bot',
    remediation: 'Revoke it with /revoke in a chat with @BotFather.',
    keywords: ['telegr', 'tgram', 'tg_bot', 'botfather'],
    value: /[0-9]{5,16}:A(?!A[A-Za-z0-9_-]{32,33}(?![A-Za-z0-9_-]))[A-Za-z0-9_-]{34,35}/,
    minEntropy: 3.5,
    examples: { match: ['telegramToken="{digits:9}:A{alnum:34}"'] },
  },
]);
