import { defineRules } from './define.js';

export const rules = defineRules('trendmicro', [
  {
    id: 'trendmicro-cloud-one-key',
    title: 'Trend Micro Cloud One API key',
    impact: "Changes how the account's machines are protected.",
    reference: 'https://cloudone.trendmicro.com/docs/identity-and-account-management/c1-api-key/',
    remediation: 'Delete it at https://cloudone.trendmicro.com under API keys.',
    severity: 'critical',
    keywords: ['tmc1'],
    pattern: /\b(?<secret>tmc1[a-z0-9]{1,3}:[A-Za-z0-9]{20,30}:[A-Za-z0-9]{30,120})(?![A-Za-z0-9:])/,
    minEntropy: 3.8,
    examples: { match: ['Authorization: ApiKey tmc12:{alnum:27}:{alnum:64}'] },
  },
  {
    id: 'trendmicro-deep-security-key',
    title: 'Trend Micro Deep Security API key',
    impact: "Changes how the account's machines are protected.",
    reference: 'https://automation.deepsecurity.trendmicro.com/article/latest/create-and-manage-api-keys/',
    remediation: 'Delete it under Administration > User Management > API Keys.',
    severity: 'critical',
    keywords: ['api-secret-key'],
    pattern:
      /api-secret-key[^A-Za-z0-9\0]{1,12}(?<secret>[A-F0-9]{8}-[A-F0-9]{4}-[A-F0-9]{4}-[A-F0-9]{4}-[A-F0-9]{12}:[A-Za-z0-9+/=:]{40,120})/,
    minEntropy: 3.5,
    examples: { match: ['configuration.api_key[\'api-secret-key\'] = "{upperuuid}:{alnum:60}="'] },
  },
]);
