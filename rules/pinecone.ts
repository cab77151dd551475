import { defineRules } from './define.js';

export const rules = defineRules('pinecone', [
  {
    id: 'pinecone-api-key',
    title: 'Pinecone API key',
    impact: 'Reads and changes every index of the project.',
    reference: 'https://docs.pinecone.io/guides/projects/manage-api-keys',
    remediation: 'Delete it at https://app.pinecone.io under API keys.',
    keywords: ['pcsk_'],
    pattern: /\b(?<secret>pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{50,70})\b/,
    minEntropy: 3.5,
    examples: { match: ['PINECONE_API_KEY=pcsk_{alnum:6}_{alnum:63}'] },
  },
  {
    id: 'pinecone-legacy-api-key',
    title: 'Pinecone API key (before 2024)',
    impact: 'Reads and changes every index of the project.',
    reference: 'https://docs.pinecone.io/guides/projects/manage-api-keys',
    remediation: 'Delete it at https://app.pinecone.io under API keys.',
    keywords: ['pinecone'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['PINECONE_API_KEY={uuid}'] },
  },
]);
