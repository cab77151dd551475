import { defineRules } from './define.js';

export const rules = defineRules('vultr', [
  {
    id: 'vultr-api-key',
    title: 'Vultr API key',
    impact: "Controls the account's servers.",
    reference: 'https://docs.vultr.com/vultr-api-keys',
    remediation: 'Regenerate it at https://my.vultr.com/settings/#settingsapi.',
    severity: 'critical',
    keywords: ['vultr'],
    value: /(?=[A-Z]{0,35}[0-9])[A-Z0-9]{36}/,
    minEntropy: 3,
    examples: { match: ['VULTR_API_KEY={upperalnum:36}', "'vultr_api_key': '{upperalnum:36}'"] },
  },
]);
