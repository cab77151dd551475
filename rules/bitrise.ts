import { defineRules } from './define.js';

export const rules = defineRules('bitrise', [
  {
    id: 'bitrise-access-token',
    title: 'Bitrise access token',
    impact: 'Starts builds and reads their secrets.',
    reference: 'https://docs.bitrise.io/en/bitrise-ci/api/authenticating-with-the-bitrise-api',
    remediation: 'Revoke the token under Account settings, Security.',
    keywords: ['bitrise'],
    value: /(?=[A-Za-z_-]{0,85}[0-9])[A-Za-z0-9_-]{86}/,
    minEntropy: 4.5,
    examples: {
      match: ['BITRISE_API_KEY={base64url:86}', 'bitrise.token: "{base64url:86}"'],
      noMatch: ['BITRISE_API_KEY={base64url:43}'],
    },
  },
]);
