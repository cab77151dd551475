import { defineRules } from './define.js';

export const rules = defineRules('thingsboard', [
  {
    id: 'thingsboard-access-token',
    title: 'ThingsBoard device access token',
    impact: 'Sends made-up telemetry as the device.',
    reference: 'https://thingsboard.io/docs/user-guide/access-token/',
    remediation: "Change it in the device's credentials.",
    severity: 'medium',
    keywords: ['thingsboard'],
    pattern:
      /thingsboard(?:\.cloud|\.io)?[\w.:-]{0,60}\/api\/v1\/(?<secret>[A-Za-z0-9]{18,24})(?![A-Za-z0-9])/,
    minEntropy: 3,
    examples: { match: ['http://thingsboard.cloud/api/v1/{alnum:20}/telemetry'] },
  },
]);
