import { defineRules } from './define.js';

export const rules = defineRules('close', [
  {
    id: 'close-api-key',
    title: 'Close API key',
    impact: "Reads and changes the company's leads.",
    reference: 'https://developer.close.com/api/overview/authentication/',
    remediation: 'Delete the key in Close under Settings, API keys.',
    keywords: ['close.com', 'closeio', 'close_api', 'close.io', 'close_key', 'closecrm'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>api_[A-Za-z0-9]{20,24}\.[A-Za-z0-9]{20,24})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
    minEntropy: 4,
    examples: {
      match: ['CLOSE_API_KEY=api_{alnum:22}.{alnum:22}'],
      noMatch: ['CLOSE_API_KEY=api_{alnum:22}'],
    },
  },
]);
