import { defineRules } from './define.js';

export const rules = defineRules('persona', [
  {
    id: 'persona-api-key',
    title: 'Persona API key',
    impact: 'Reads identity checks of people.',
    reference: 'https://docs.withpersona.com/api-keys',
    remediation: 'Expire it at https://app.withpersona.com/dashboard/api-configuration.',
    severity: 'critical',
    keywords: ['persona_production_', 'persona_sandbox_'],
    pattern: /\b(?<secret>persona_(?:production|sandbox)_[A-Za-z0-9_-]{20,80})(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: { match: ['PERSONA_API_KEY=persona_production_{uuid}'] },
  },
]);
