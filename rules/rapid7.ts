import { defineRules } from './define.js';

export const rules = defineRules('rapid7', [
  {
    id: 'rapid7-insight-api-key',
    title: 'Rapid7 Insight platform API key',
    impact: "Reads findings on the organization's weak spots, and changes them.",
    reference: 'https://docs.rapid7.com/insight/managing-platform-api-keys/',
    remediation: 'Delete it at https://insight.rapid7.com/platform#/apiKeyManagement.',
    keywords: ['rapid7', 'insightidr', 'insightvm', 'insightappsec', 'insightops'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['RAPID7_API_KEY={uuid}'] },
  },
]);
