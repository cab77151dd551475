import { defineRules } from './define.js';

export const rules = defineRules('agora', [
  {
    id: 'agora-app-certificate',
    title: 'Agora app certificate',
    impact: 'Makes tokens that join any channel of the app.',
    reference: 'https://docs.agora.io/en/video-calling/token-authentication/deploy-token-server',
    remediation: 'Delete the certificate in the Agora console under Project, Security.',
    severity: 'medium',
    keywords: ['agora'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['AGORA_API_KEY={hex:32}', 'agora.token: "{hex:32}"'],
      noMatch: ['AGORA_API_KEY={hex:16}'],
    },
  },
]);
