import { defineRules } from './define.js';

export const rules = defineRules('amplitude', [
  {
    id: 'amplitude-api-key',
    title: 'Amplitude API key',
    impact: "Sends events, and with the secret key exports the project's data.",
    reference: 'https://amplitude.com/docs/apis/authentication',
    remediation: 'Rotate the key under Settings, Projects.',
    severity: 'medium',
    keywords: ['amplitude'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['AMPLITUDE_API_KEY={hex:32}', 'amplitude.token: "{hex:32}"'],
      noMatch: ['AMPLITUDE_API_KEY={hex:16}'],
    },
  },
]);
