import { defineRules } from './define.js';

export const rules = defineRules('ramp', [
  {
    id: 'ramp-client-secret',
    title: 'Ramp client secret',
    impact: 'Reads cards, bills and transactions of the company.',
    reference: 'https://docs.ramp.com/developer-api/v1/authorization',
    remediation: 'Rotate it at https://app.ramp.com/settings/ramp-developer.',
    severity: 'critical',
    keywords: ['ramp_sec_'],
    pattern: /\b(?<secret>ramp_sec_[A-Za-z0-9]{40,56})\b/,
    minEntropy: 3.5,
    companions: [{ name: 'client id', pattern: /\b(?<value>ramp_id_[A-Za-z0-9]{40})\b/, within: 256 }],
    examples: { match: ['RAMP_CLIENT_ID=ramp_id_{alnum:40}\nRAMP_CLIENT_SECRET=ramp_sec_{alnum:48}'] },
  },
]);
