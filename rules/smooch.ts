import { defineRules } from './define.js';

export const rules = defineRules('smooch', [
  {
    id: 'smooch-api-secret',
    title: 'Sunshine Conversations (Smooch) key secret',
    impact: 'Reads and writes conversations of the app.',
    reference: 'https://docs.smooch.io/rest/#section/Introduction/Authentication',
    remediation: "Delete it in the app's settings under API keys.",
    keywords: ['smooch', 'sunshine'],
    value: /(?=[A-Za-z_-]{0,85}[0-9])[A-Za-z0-9_-]{86}/,
    minEntropy: 4,
    companions: [{ name: 'key id', pattern: /\b(?<value>(?:act|app)_[0-9a-f]{24})\b/, within: 256 }],
    examples: { match: ['SMOOCH_KEY_ID=act_{hex:24}\nSMOOCH_SECRET={base64url:86}'] },
  },
]);
