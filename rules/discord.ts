import { defineRules } from './define.js';

export const rules = defineRules('discord', [
  {
    id: 'discord-bot-token',
    title: 'Discord bot token',
    impact: 'Acts as the bot on every server it has joined.',
    reference: 'https://discord.com/developers/docs/reference#authentication',
    remediation: 'Reset the token in the Discord developer portal under Bot.',
    severity: 'critical',
    keywords: ['discord', 'bot_token', 'bot token', 'bottoken', 'bot-token'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>[MNO][A-Za-z0-9]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
    minEntropy: 4,
    check: 'discord-token',
    companions: [
      {
        name: 'client id',
        pattern:
          /(?:client|application|app)[_-]?id["'\]]{0,2}\s{0,4}(?:=>|:=|[=:])\s{0,4}["']?(?<value>\d{17,20})(?![A-Za-z0-9_-])/i,
        within: 256,
      },
    ],
    examples: {
      match: ['DISCORD_TOKEN={discord}', 'bot token: "{discord}"'],
      noMatch: ['DISCORD_TOKEN=M{alnum:23}.{alnum:6}'],
    },
  },
  {
    id: 'discord-webhook',
    title: 'Discord webhook address',
    impact: 'Posts to the channel in any name.',
    reference: 'https://discord.com/developers/docs/resources/webhook',
    remediation: "Delete the webhook in the channel's settings.",
    severity: 'medium',
    keywords: ['/api/webhooks/'],
    pattern:
      /(?<secret>https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{17,20}\/[A-Za-z0-9_-]{60,80})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['https://discord.com/api/webhooks/{digits:18}/{base64url:68}'],
      noMatch: ['https://discord.com/api/webhooks/{digits:18}/token'],
    },
  },
  {
    id: 'discord-client-secret',
    title: 'Discord client secret',
    impact: 'Lets an attacker pose as the application to its users.',
    reference: 'https://discord.com/developers/docs/topics/oauth2',
    remediation: 'Reset the secret in the Discord developer portal under OAuth2.',
    keywords: ['discord'],
    value: /(?=[A-Za-z_-]{0,31}[0-9])[A-Za-z0-9_-]{32}|[0-9a-f]{64}/,
    assigned: true,
    minEntropy: 3.4,
    companions: [
      {
        name: 'client id',
        pattern:
          /(?:client|application|app)[_-]?id["'\]]{0,2}\s{0,4}(?:=>|:=|[=:])\s{0,4}["']?(?<value>\d{17,20})(?![A-Za-z0-9_-])/i,
        within: 256,
      },
    ],
    examples: {
      match: ['DISCORD_API_KEY={alnum:32}', 'discord.token: "{alnum:32}"'],
      noMatch: ['DISCORD_API_KEY={alnum:16}'],
    },
  },
  {
    id: 'discord-mfa-token',
    title: 'Discord user token',
    impact: 'Acts as the user.',
    reference: 'https://discord.com/developers/docs/reference#authentication',
    remediation: 'Change the password of the account; every token ends with it.',
    severity: 'critical',
    keywords: ['mfa.'],
    pattern: /(?<![A-Za-z0-9_.-])(?<secret>mfa\.[A-Za-z0-9_-]{84})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['token = "mfa.{base64url:84}"'], noMatch: ['mfa.{alnum:20}'] },
  },
]);
