import { defineRules } from './define.js';

export const rules = defineRules('airbrake', [
  {
    id: 'airbrake-api-key',
    title: 'Airbrake API key',
    impact: "Reads and changes the project's errors and settings.",
    reference: 'https://docs.airbrake.io/docs/devops-tools/api/',
    remediation: 'Regenerate the key under Project settings.',
    severity: 'medium',
    keywords: ['airbrake'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,39}[0-9])[a-z0-9]{40}|(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['AIRBRAKE_API_KEY={hex:32}', 'airbrake.token: "{hex:32}"'],
      noMatch: ['AIRBRAKE_API_KEY={hex:16}'],
    },
  },
]);
