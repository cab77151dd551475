import { defineRules } from './define.js';

export const rules = defineRules('assemblyai', [
  {
    id: 'assemblyai-api-key',
    title: 'AssemblyAI API key',
    impact: "Transcribes at the owner's cost and reads past transcripts.",
    reference: 'https://www.assemblyai.com/docs/api-reference/authentication',
    remediation: 'Delete the key in the AssemblyAI dashboard.',
    keywords: ['assemblyai', 'assembly_ai', 'assembly-ai'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: {
      match: ['ASSEMBLYAI_API_KEY={loweralnum:32}', 'assemblyai.token: "{loweralnum:32}"'],
      noMatch: ['ASSEMBLYAI_API_KEY={loweralnum:16}'],
    },
  },
]);
