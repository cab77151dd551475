import { defineRules } from './define.js';

export const rules = defineRules('langsmith', [
  {
    id: 'langsmith-api-key',
    title: 'LangSmith API key',
    impact: 'Reads and writes traces, data sets and prompts of the workspace.',
    reference:
      'https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key',
    remediation: 'Delete it at https://smith.langchain.com/settings.',
    keywords: ['lsv2_'],
    pattern: /\b(?<secret>lsv2_(?:pt|sk)_[0-9a-fA-F]{32}_[0-9a-fA-F]{10})\b/,
    minEntropy: 3,
    examples: { match: ['LANGSMITH_API_KEY=lsv2_pt_{hex:32}_{hex:10}'] },
  },
  {
    id: 'langsmith-legacy-api-key',
    title: 'LangSmith API key (before 2024)',
    impact: 'Reads and writes traces, data sets and prompts of the workspace.',
    reference:
      'https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key',
    remediation: 'Delete it at https://smith.langchain.com/settings.',
    keywords: ['ls__'],
    pattern: /\b(?<secret>ls__[0-9a-f]{32})\b/,
    minEntropy: 3,
    examples: { match: ['LANGCHAIN_API_KEY=ls__{hex:32}'] },
  },
]);
