import { defineRules } from './define.js';

export const rules = defineRules('blynk', [
  {
    id: 'blynk-client-secret',
    title: 'Blynk OAuth client credentials',
    impact: "Manages the organisation's devices and users.",
    reference: 'https://docs.blynk.io/en/blynk.cloud/platform-api/authentication',
    remediation: 'Delete the OAuth client in Blynk.Console under Settings.',
    keywords: ['oa2-client-id_'],
    pattern:
      /oa2-client-id_[A-Za-z0-9_-]{32}(?::|[^\n]{1,40}?client_secret["'\s]{0,3}[=:]\s{0,3}["']?)(?<secret>[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: [
        '-u oa2-client-id_{base64url:32}:{alnum:40}',
        'client_id=oa2-client-id_{base64url:32}&client_secret={alnum:40}',
      ],
      noMatch: ['oa2-client-id_{base64url:32}'],
    },
  },
  {
    id: 'blynk-device-token',
    title: 'Blynk device token',
    impact: 'Reads and drives the device.',
    reference: 'https://docs.blynk.io/en/concepts/device#authtoken',
    remediation: 'Make a new token under Device info in Blynk.Console.',
    severity: 'medium',
    keywords: ['blynk'],
    pattern:
      /(?:blynk\.cloud\/external\/api\/[^\s"']{0,80}[?&]token=|[Bb](?:lynk|LYNK)_?(?:[Aa]uth|AUTH)(?:_?(?:[Tt]oken|TOKEN))?\W{1,8})(?<secret>[A-Za-z0-9_-]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: [
        'https://fra1.blynk.cloud/external/api/get?token={alnum:32}&v1',
        '#define BLYNK_AUTH_TOKEN "{alnum:32}"',
      ],
      noMatch: ['BLYNK_AUTH_TOKEN=""'],
    },
  },
]);
