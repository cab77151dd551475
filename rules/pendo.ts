import { defineRules } from './define.js';

export const rules = defineRules('pendo', [
  {
    id: 'pendo-integration-key',
    title: 'Pendo integration key',
    impact: "Reads and changes the subscription's data about visitors.",
    reference: 'https://engageapi.pendo.io/',
    remediation: 'Revoke the key in Pendo under Settings, Integrations.',
    keywords: ['pendo'],
    value:
      /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.us|\.eu|\.jp|\.au)?|(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32,64}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['PENDO_API_KEY={uuid}', 'pendo_token: "{uuid}"'],
      noMatch: ['PENDO_API_KEY={hex:16}'],
    },
  },
]);
