import { defineRules } from './define.js';

export const rules = defineRules('hex', [
  {
    id: 'hex-access-token',
    title: 'Hex access token',
    impact: 'Runs projects and reads their results.',
    reference: 'https://learn.hex.tech/docs/api/api-overview',
    remediation: 'Revoke the token in Hex under Settings, API keys.',
    keywords: ['hxtp_', 'hxtw_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>hxt[pw]_[A-Za-z0-9]{96,128})(?![A-Za-z0-9_-])/,
    minEntropy: 4.2,
    examples: {
      match: ['HEX_TOKEN=hxtp_{alnum:96}', 'key: "hxtp_{alnum:96}"'],
      noMatch: ['hxtp_{alnum:48}'],
    },
  },
]);
