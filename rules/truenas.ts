import { defineRules } from './define.js';

export const rules = defineRules('truenas', [
  {
    id: 'truenas-api-key',
    title: 'TrueNAS API key',
    impact: 'Administers the storage server.',
    reference: 'https://www.truenas.com/docs/scale/scaletutorials/toptoolbar/managingapikeys/',
    remediation: 'Delete it in TrueNAS under API Keys.',
    severity: 'critical',
    keywords: ['auth.login_with_api_key', 'truenas', 'freenas', 'true_nas', '"params"', 'bearer'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>[0-9]{1,7}-(?=[A-Za-z]{0,63}[0-9])[A-Za-z0-9]{64})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: [
        '"method":"auth.login_with_api_key", "params":["8-{alnum:64}"]',
        'TRUENAS_API_KEY=12-{alnum:64}',
      ],
    },
  },
]);
