import { defineRules } from './define.js';

export const rules = defineRules('ringcentral', [
  {
    id: 'ringcentral-client-secret',
    title: 'RingCentral client id or secret',
    impact: 'Makes calls and reads messages as the app.',
    reference: 'https://developers.ringcentral.com/guide/authentication',
    remediation: 'Rotate it at https://developers.ringcentral.com/my-account.html.',
    keywords: ['ringcentral', 'ring_central'],
    value: /(?=[A-Za-z_-]{0,21}[0-9])[A-Za-z0-9_-]{22}/,
    minEntropy: 3.5,
    examples: { match: ['RINGCENTRAL_CLIENT_SECRET={base64url:22}'] },
  },
]);
