import { defineRules } from './define.js';

export const rules = defineRules('elevenlabs', [
  {
    id: 'elevenlabs-api-key',
    title: 'ElevenLabs API key',
    impact: "Makes speech at the owner's cost and reads the account's voices.",
    reference: 'https://elevenlabs.io/docs/api-reference/authentication',
    remediation: 'Delete the key in ElevenLabs under API keys.',
    keywords: ['sk_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>sk_[0-9a-f]{48})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['ELEVENLABS_API_KEY=sk_{hex:48}'], noMatch: ['ELEVENLABS=sk_{hex:12}'] },
  },
  {
    id: 'elevenlabs-legacy-api-key',
    title: 'ElevenLabs API key (older form)',
    impact: "Makes speech at the owner's cost and reads the account's voices.",
    reference: 'https://elevenlabs.io/docs/api-reference/authentication',
    remediation: 'Delete the key in ElevenLabs under API keys.',
    keywords: ['elevenlabs', 'eleven_labs', 'xi-api-key', 'xi_api_key', 'xi-api', 'xi_api'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['ELEVENLABS_API_KEY={hex:32}', 'elevenlabs.token: "{hex:32}"'],
      noMatch: ['ELEVENLABS_API_KEY={hex:16}'],
    },
  },
]);
