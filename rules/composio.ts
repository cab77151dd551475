import { defineRules } from './define.js';

export const rules = defineRules('composio', [
  {
    id: 'composio-api-key',
    title: 'Composio API key',
    impact: 'Runs tools as the connected users.',
    reference: 'https://docs.composio.dev/api-reference/authentication',
    remediation: 'Delete the key in the Composio dashboard under Settings.',
    keywords: ['composio', 'x-consumer-api-key'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>(?:ak|ck)_(?=[A-Za-z_-]{0,39}[0-9])[A-Za-z0-9_-]{20,40})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['COMPOSIO_API_KEY=ak_{alnum:20}', '"x-consumer-api-key": "ck_{alnum:20}"'],
      noMatch: ['COMPOSIO_KEY=ak_{alnum:8}'],
    },
  },
]);
