import { defineRules } from './define.js';

export const rules = defineRules('tines', [
  {
    id: 'tines-webhook',
    title: 'Tines webhook',
    impact: 'Starts the story with made-up data.',
    reference: 'https://www.tines.com/docs/actions/types/webhook/',
    remediation: "Change the webhook's secret in the action.",
    severity: 'medium',
    keywords: ['.tines.com/webhook/'],
    pattern: /\b(?<secret>https:\/\/[\w-]{1,60}\.tines\.com\/webhook\/[0-9a-z]{32}\/[0-9a-z]{32})\b/,
    minEntropy: 3,
    examples: { match: ['https://acme.tines.com/webhook/{hex:32}/{hex:32}'] },
  },
]);
