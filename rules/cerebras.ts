import { defineRules } from './define.js';

export const rules = defineRules('cerebras', [
  {
    id: 'cerebras-api-key',
    title: 'Cerebras API key',
    impact: "Runs models at the owner's cost.",
    reference: 'https://inference-docs.cerebras.ai/quickstart',
    remediation: 'Delete the key at https://cloud.cerebras.ai under API keys.',
    keywords: ['csk-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>csk-[a-z0-9]{48})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: {
      match: ['CEREBRAS_TOKEN=csk-{loweralnum:48}', 'key: "csk-{loweralnum:48}"'],
      noMatch: ['csk-{loweralnum:24}'],
    },
  },
]);
