import { defineRules } from './define.js';

export const rules = defineRules('langfuse', [
  {
    id: 'langfuse-secret-key',
    title: 'Langfuse secret key',
    impact: 'Reads and writes traces and prompts of the project.',
    reference: 'https://langfuse.com/faq/all/where-are-langfuse-api-keys',
    remediation: "Delete it in the project's settings under API keys.",
    keywords: ['sk-lf-'],
    pattern: /\b(?<secret>sk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/,
    companions: [{ name: 'public key', pattern: /\b(?<value>pk-lf-[0-9a-f-]{36})\b/, within: 256 }],
    examples: { match: ['LANGFUSE_SECRET_KEY=sk-lf-{uuid}'] },
  },
]);
