import { defineRules } from './define.js';

export const rules = defineRules('voyageai', [
  {
    id: 'voyageai-api-key',
    title: 'Voyage AI API key',
    impact: "Uses models at the account's cost.",
    reference: 'https://docs.voyageai.com/docs/api-key-and-installation',
    remediation: 'Delete it at https://dashboard.voyageai.com/organization/api-keys.',
    keywords: ['pa-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>pa-(?=[A-Za-z_-]{0,42}[0-9])[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['VOYAGE_API_KEY=pa-{base64url:43}'] },
  },
]);
