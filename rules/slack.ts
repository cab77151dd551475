import { defineRules } from './define.js';

export const rules = defineRules('slack', [
  {
    id: 'slack-bot-token',
    title: 'Slack bot token',
    impact: 'Reads and writes messages wherever the bot is a member.',
    reference: 'https://docs.slack.dev/authentication/tokens/',
    remediation:
      "Revoke it with https://docs.slack.dev/reference/methods/auth.revoke or in the app's settings at https://api.slack.com/apps.",
    keywords: ['xoxb-'],
    pattern: /\b(?<secret>xoxb-[0-9]{8,14}(?:-[0-9]{8,14})?[0-9A-Za-z-]{8,64})(?![A-Za-z0-9-])/,
    minEntropy: 3,
    examples: {
      match: ['SLACK_BOT_TOKEN=xoxb-{digits:12}-{digits:13}-{alnum:24}'],
      noMatch: ['xoxb-{digits:4}-{alnum:4}'],
    },
  },
  {
    id: 'slack-user-token',
    title: 'Slack user token',
    impact: 'Reads and writes everything its user can see in the workspace.',
    reference: 'https://docs.slack.dev/authentication/tokens/',
    remediation:
      "Revoke it with https://docs.slack.dev/reference/methods/auth.revoke or in the app's settings at https://api.slack.com/apps.",
    severity: 'critical',
    keywords: ['xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxo-'],
    pattern:
      /\b(?<secret>xox[aeprso]-(?:[0-9]{1,2}-)?[0-9]{5,14}-[0-9]{5,14}(?:-[0-9]{5,14})?-[0-9A-Za-z-]{8,64}|xox[ar]-(?:[0-9]{1,2}-)?(?=[A-Za-z]{0,47}[0-9])[0-9A-Za-z]{10,64})(?![A-Za-z0-9-])/,
    minEntropy: 3,
    examples: {
      match: [
        'SLACK_TOKEN=xoxp-{digits:11}-{digits:11}-{digits:13}-{hex:32}',
        'xoxs-{digits:11}-{digits:11}-{digits:11}-{hex:10}',
      ],
    },
  },
  {
    id: 'slack-rotating-token',
    title: 'Slack configuration, refresh or rotating token',
    impact: 'Manages Slack apps, or renews access for one.',
    reference: 'https://docs.slack.dev/authentication/using-token-rotation/',
    remediation:
      "Revoke it with https://docs.slack.dev/reference/methods/auth.revoke or in the app's settings at https://api.slack.com/apps.",
    severity: 'critical',
    keywords: ['xoxe-', 'xoxe.', 'xoxp-1-', 'xoxb-1-'],
    pattern: /\b(?<secret>(?:xoxe\.)?xox[bpe]-[0-9]-[A-Za-z0-9]{100,200})\b/,
    minEntropy: 3.5,
    examples: { match: ['xoxe.xoxp-1-{alnum:163}', 'xoxe-1-{alnum:146}'] },
  },
  {
    id: 'slack-app-token',
    title: 'Slack app-level token',
    impact: 'Opens socket connections as the app in every workspace that installed it.',
    reference: 'https://docs.slack.dev/authentication/tokens/',
    remediation:
      "Revoke it with https://docs.slack.dev/reference/methods/auth.revoke or in the app's settings at https://api.slack.com/apps.",
    keywords: ['xapp-'],
    pattern:
      /\b(?<secret>xapp-[0-9](?:-[A-Z0-9]{5,16})?-[0-9A-Za-z]{6,16}-[0-9A-Za-z/-]{12,80}|xapp-[0-9]{12}-[0-9A-Za-z/+]{24})(?![A-Za-z0-9-])/,
    minEntropy: 3,
    examples: { match: ['SLACK_APP_TOKEN=xapp-1-A{upperalnum:10}-{digits:13}-{hex:64}'] },
  },
  {
    id: 'slack-session-token',
    title: 'Slack browser session token',
    impact: 'Acts as its user in the workspace, with the cookie of the session.',
    reference: 'https://docs.slack.dev/authentication/tokens/',
    remediation:
      "Revoke it with https://docs.slack.dev/reference/methods/auth.revoke or in the app's settings at https://api.slack.com/apps.",
    severity: 'critical',
    keywords: ['xoxc-', 'xoxd-'],
    pattern:
      /\b(?<secret>xoxc-[0-9]{8,14}-[0-9]{8,14}-[0-9]{8,14}-[0-9A-Za-z]{32,64}|xoxd-(?=[A-Za-z%+/=_-]{0,40}[0-9])[A-Za-z0-9%+/=_\\-]{60,400})/,
    minEntropy: 3.5,
    examples: { match: ['xoxc-{digits:13}-{digits:13}-{digits:13}-{hex:64}', 'Cookie: d=xoxd-{alnum:180}'] },
  },
  {
    id: 'slack-webhook',
    title: 'Slack incoming webhook or workflow trigger',
    impact: "Posts messages to the channel, in the app's name.",
    reference: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/',
    remediation:
      "Revoke it with https://docs.slack.dev/reference/methods/auth.revoke or in the app's settings at https://api.slack.com/apps.",
    severity: 'medium',
    keywords: ['hooks.slack.com', 'hooks.slack-gov.com'],
    pattern:
      /\bhooks\.slack(?:-gov)?\.com\/(?<secret>(?:services|workflows|triggers)\/(?:[A-Z][A-Za-z0-9_]{7,14}\/[A-Za-z0-9_]{8,20}(?:\/[A-Za-z0-9_-]{8,48}){1,2}|[A-Za-z0-9+/]{43,56}))(?![A-Za-z0-9])/,
    minEntropy: 3.3,
    examples: {
      match: [
        'https://hooks.slack.com/services/T{upperalnum:9}/B{upperalnum:9}/{alnum:24}',
        'https://hooks.slack.com/triggers/T{upperalnum:9}/{digits:13}/{hex:32}',
        'https://hooks.slack.com/workflows/T{upperalnum:9}/A{upperalnum:9}/{digits:18}/{alnum:24}',
      ],
    },
  },
  {
    id: 'slack-signing-secret',
    title: 'Slack signing secret',
    impact: "Forges requests that the app takes for Slack's.",
    reference: 'https://docs.slack.dev/authentication/verifying-requests-from-slack/',
    remediation:
      "Revoke it with https://docs.slack.dev/reference/methods/auth.revoke or in the app's settings at https://api.slack.com/apps.",
    severity: 'medium',
    keywords: [
      'slack_signing',
      'slack_client',
      'slacksigning',
      'slackclient',
      'slack-signing',
      'slack.signing',
    ],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['SLACK_SIGNING_SECRET={hex:32}'] },
  },
]);
