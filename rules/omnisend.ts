import { defineRules } from './define.js';

export const rules = defineRules('omnisend', [
  {
    id: 'omnisend-api-key',
    title: 'Omnisend API key',
    impact: 'Sends campaigns and reads contacts of the shop.',
    reference: 'https://api-docs.omnisend.com/reference/authentication',
    remediation: 'Delete it in Omnisend under Store settings > API keys.',
    keywords: ['omnisend'],
    value: /[0-9a-f]{24}-[A-Za-z0-9]{50}/,
    minEntropy: 4,
    examples: { match: ['OMNISEND_API_KEY={hex:24}-{alnum:50}'] },
  },
]);
