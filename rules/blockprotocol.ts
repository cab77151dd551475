import { defineRules } from './define.js';

export const rules = defineRules('blockprotocol', [
  {
    id: 'blockprotocol-api-key',
    title: 'Block Protocol API key',
    impact: 'Reads and publishes blocks as the user.',
    reference: 'https://blockprotocol.org/docs/working-with-blocks',
    remediation: 'Revoke the key in the Block Protocol settings.',
    severity: 'medium',
    keywords: ['b10ck5.'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>b10ck5\.[0-9a-f]{32}\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: {
      match: ['BLOCKPROTOCOL_TOKEN=b10ck5.{hex:32}.{uuid}', 'key: "b10ck5.{hex:32}.{uuid}"'],
      noMatch: ['b10ck5.{hex:8}'],
    },
  },
]);
