import { defineRules } from './define.js';

export const rules = defineRules('deepgram', [
  {
    id: 'deepgram-api-key',
    title: 'Deepgram API key',
    impact: "Transcribes at the owner's cost.",
    reference: 'https://developers.deepgram.com/docs/create-additional-api-keys',
    remediation: 'Delete the key in the Deepgram console.',
    keywords: ['deepgram'],
    value: /[0-9a-f]{40}/,
    minEntropy: 3.3,
    examples: {
      match: ['DEEPGRAM_API_KEY={hex:40}', 'deepgram.token: "{hex:40}"'],
      noMatch: ['DEEPGRAM_API_KEY={hex:20}'],
    },
  },
]);
