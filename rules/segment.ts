import { defineRules } from './define.js';

export const rules = defineRules('segment', [
  {
    id: 'segment-public-api-token',
    title: 'Segment Public API token',
    impact: 'Manages the workspace: sources, destinations and their settings.',
    reference: 'https://segment.com/docs/api/public-api/',
    remediation: 'Revoke it at https://app.segment.com under Access Management > Tokens.',
    severity: 'critical',
    keywords: ['sgp_'],
    pattern: /\b(?<secret>sgp_[A-Za-z0-9]{64})\b/,
    minEntropy: 3.5,
    examples: { match: ['SEGMENT_TOKEN=sgp_{alnum:64}'] },
  },
  {
    id: 'segment-write-key',
    title: 'Segment key or token',
    impact: 'Sends made-up events, or manages the workspace.',
    reference: 'https://segment.com/docs/api/public-api/',
    remediation: 'Revoke it at https://app.segment.com under Access Management > Tokens.',
    severity: 'medium',
    keywords: [
      'segment_write',
      'segment_api',
      'segment_token',
      'segment_key',
      'segmentio',
      'segment.com',
      'segment_access',
    ],
    value: /(?=[A-Za-z_-]{0,40}[0-9])(?:[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43}|[A-Za-z0-9]{32})/,
    assigned: true,
    minEntropy: 3.5,
    examples: {
      match: ['SEGMENT_API_TOKEN_KEY={alnum:32}', 'segment_access_token: {base64url:43}.{base64url:43}'],
    },
  },
]);
