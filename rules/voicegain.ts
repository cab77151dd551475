import { defineRules } from './define.js';

export const rules = defineRules('voicegain', [
  {
    id: 'voicegain-token',
    title: 'Voicegain token',
    impact: "Transcribes at the account's cost.",
    reference: 'https://www.voicegain.ai/docs',
    remediation: 'Delete it at https://console.voicegain.ai under API Security.',
    keywords: ['voicegain'],
    value: /ey[A-Za-z0-9_-]{10,300}\.[A-Za-z0-9_-]{20,600}\.[A-Za-z0-9_-]{40,500}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['VOICEGAIN_TOKEN={jwt}'] },
  },
]);
