import { defineRules } from './define.js';

export const rules = defineRules('stormglass', [
  {
    id: 'stormglass-api-key',
    title: 'Stormglass API key',
    impact: "Reads weather data at the account's cost.",
    reference: 'https://docs.stormglass.io/#/authentication',
    remediation: 'Replace it at https://dashboard.stormglass.io.',
    severity: 'low',
    keywords: ['stormglass'],
    value:
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['STORMGLASS_KEY={uuid}-{uuid}'] },
  },
]);
