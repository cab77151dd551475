import { defineRules } from './define.js';

export const rules = defineRules('microsoft-teams', [
  {
    id: 'microsoft-teams-webhook',
    title: 'Microsoft Teams incoming webhook',
    impact: 'Posts messages to the channel.',
    reference:
      'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
    remediation: 'Remove the connector or the workflow from the channel.',
    severity: 'medium',
    keywords: [
      'webhook.office.com/webhookb2/',
      'outlook.office.com/webhook',
      'outlook.office365.com/webhook',
    ],
    pattern:
      /\b(?<secret>https:\/\/(?:[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook(?:b2)?)\/[0-9a-zA-Z-]{36}@[0-9a-zA-Z-]{36}\/[A-Za-z]{3,30}\/[0-9a-zA-Z]{32}\/[0-9a-zA-Z-]{36}(?:\/[A-Za-z0-9_-]{1,60})?)/,
    examples: {
      match: ['https://acme.webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}'],
    },
  },
]);
