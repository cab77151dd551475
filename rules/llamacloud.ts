import { defineRules } from './define.js';

export const rules = defineRules('llamacloud', [
  {
    id: 'llamacloud-api-key',
    title: 'LlamaCloud API key',
    impact: "Parses and indexes documents at the account's cost, and reads them.",
    reference: 'https://docs.cloud.llamaindex.ai/api_key',
    remediation: 'Revoke it at https://cloud.llamaindex.ai/api-key.',
    keywords: ['llx-'],
    pattern: /\b(?<secret>llx-(?=[A-Za-z]{0,40}[0-9])[A-Za-z0-9]{40,64})\b/,
    minEntropy: 3.5,
    examples: { match: ['LLAMA_CLOUD_API_KEY=llx-{alnum:48}'] },
  },
]);
