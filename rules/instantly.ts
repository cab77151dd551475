import { defineRules } from './define.js';

export const rules = defineRules('instantly', [
  {
    id: 'instantly-api-key',
    title: 'Instantly API key',
    impact: "Reads the leads and sends mail from the workspace's accounts.",
    reference: 'https://developer.instantly.ai/',
    remediation: 'Delete the key in Instantly under Settings, Integrations.',
    keywords: ['instantly_', 'instantly.ai', 'instantly-', 'instantlyapi', 'instantly api'],
    value: /[A-Za-z0-9+/]{60,90}={0,2}/,
    assigned: true,
    minEntropy: 4,
    examples: {
      match: ['INSTANTLY_API_KEY={base64:66}==', 'instantly_token: "{base64:66}=="'],
      noMatch: ['INSTANTLY_API_KEY={base64:20}'],
    },
  },
]);
