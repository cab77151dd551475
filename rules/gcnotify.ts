import { defineRules } from './define.js';

export const rules = defineRules('gcnotify', [
  {
    id: 'gcnotify-api-key',
    title: 'GC Notify API key',
    impact: "Sends messages in the government service's name.",
    reference: 'https://documentation.notification.canada.ca/en/start.html#headers',
    remediation: 'Revoke the key in GC Notify under API integration.',
    keywords: ['gcntfy-'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>gcntfy-[A-Za-z0-9_-]{1,60}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: {
      match: ['Authorization: ApiKey-v1 gcntfy-live-{uuid}-{uuid}'],
      noMatch: ['gcntfy-live-{uuid}'],
    },
  },
]);
