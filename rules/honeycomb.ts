import { defineRules } from './define.js';

export const rules = defineRules('honeycomb', [
  {
    id: 'honeycomb-api-key',
    title: 'Honeycomb API key',
    impact: "Sends, and with rights reads, the environment's events.",
    reference: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    remediation: 'Disable the key in Honeycomb under Environment settings.',
    severity: 'medium',
    keywords: ['honeycomb', 'hny_'],
    value: /[0-9a-f]{32}|(?=[A-Za-z]{0,21}[0-9])[A-Za-z0-9]{22}|hc[a-z]{1,3}i[kc]_[a-z0-9]{58}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['HONEYCOMB_API_KEY={alnum:22}', 'honeycomb.token: "{alnum:22}"'],
      noMatch: ['HONEYCOMB_API_KEY={alnum:11}'],
    },
  },
  {
    id: 'honeycomb-ingest-key',
    title: 'Honeycomb ingest or configuration key',
    impact: 'Sends events to the environment, or changes its settings.',
    reference: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    remediation: 'Disable the key in Honeycomb under Environment settings.',
    severity: 'medium',
    keywords: ['hcaik_', 'hcbik_', 'hcxik_', 'hcalk_', 'hcamk_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>hc[a-z](?:ik|lk|mk)_[a-z0-9]{58,64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: { match: ['HONEYCOMB_KEY=hcaik_{loweralnum:58}'], noMatch: ['hcaik_{loweralnum:10}'] },
  },
]);
