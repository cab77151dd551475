import { defineRules } from './define.js';

export const rules = defineRules('braintrust', [
  {
    id: 'braintrust-api-key',
    title: 'Braintrust API key',
    impact: "Reads and changes the organisation's projects, prompts and logs.",
    reference: 'https://www.braintrust.dev/docs/reference/api',
    remediation: 'Delete the key under Settings, API keys.',
    keywords: ['braintrust'],
    value: /sk-[A-Za-z0-9]{48}/,
    minEntropy: 4,
    examples: {
      match: ['BRAINTRUST_API_KEY=sk-{alnum:48}', 'braintrust.token: "sk-{alnum:48}"'],
      noMatch: ['BRAINTRUST_API_KEY=sk-{alnum:24}'],
    },
  },
]);
