import { defineRules } from './define.js';

export const rules = defineRules('anypoint', [
  {
    id: 'anypoint-token',
    title: 'MuleSoft Anypoint token',
    impact: "Manages the organisation's APIs and applications.",
    reference: 'https://docs.mulesoft.com/access-management/connected-apps-overview',
    remediation: 'Revoke the connected app in Access Management.',
    keywords: ['anypoint', 'mulesoft'],
    value:
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-z]{8}-(?:[0-9a-z]{4}-){3}[0-9a-z]{12}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['ANYPOINT_CLIENT_SECRET={uuid}', 'anypoint_token: "{uuid}"'],
      noMatch: ['anypoint_key={hex:8}'],
    },
  },
]);
