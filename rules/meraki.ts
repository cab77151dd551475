import { defineRules } from './define.js';

export const rules = defineRules('meraki', [
  {
    id: 'meraki-api-key',
    title: 'Cisco Meraki API key',
    impact: 'Changes the networks of the organization.',
    reference: 'https://developer.cisco.com/meraki/api-v1/authorization/',
    remediation: 'Revoke it in the Meraki dashboard under My profile.',
    severity: 'critical',
    keywords: ['meraki'],
    value: /[0-9a-f]{40}/,
    minEntropy: 3,
    examples: { match: ['MERAKI_DASHBOARD_API_KEY={hex:40}'] },
  },
]);
