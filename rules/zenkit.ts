import { defineRules } from './define.js';

export const rules = defineRules('zenkit', [
  {
    id: 'zenkit-api-key',
    title: 'Zenkit API key',
    impact: 'Reads and changes collections as its user.',
    reference: 'https://zenkit.com/docs/api/overview/introduction',
    remediation: "Replace it in Zenkit's profile under API.",
    keywords: ['zenkit'],
    value: /[0-9a-z]{8}-[0-9A-Za-z]{32}/,
    minEntropy: 3.5,
    examples: { match: ['ZENKIT_API_KEY={loweralnum:8}-{alnum:32}'] },
  },
]);
