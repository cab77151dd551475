import { defineRules } from './define.js';

export const rules = defineRules('infisical', [
  {
    id: 'infisical-service-token',
    title: 'Infisical service token',
    impact: "Reads the project's secrets.",
    reference: 'https://infisical.com/docs/documentation/platform/token',
    remediation: 'Revoke the token in Infisical under Access control.',
    severity: 'critical',
    keywords: ['infisical'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>st\.[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32}|st\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.[0-9a-f]{32}\.[0-9a-f]{32})(?![A-Za-z0-9]|\.[A-Za-z0-9])/,
    minEntropy: 3,
    examples: {
      match: ['INFISICAL_TOKEN=st.{hex:24}.{hex:32}.{hex:32}'],
      noMatch: ['INFISICAL_TOKEN=st.{hex:24}.{hex:8}'],
    },
  },
]);
