import { defineRules } from './define.js';

export const rules = defineRules('guardian', [
  {
    id: 'guardian-api-key',
    title: 'Guardian API key',
    impact: "Queries the newspaper's content in the owner's name.",
    reference: 'https://open-platform.theguardian.com/documentation/',
    remediation: 'Ask for a new key at https://bonobo.capi.gutools.co.uk/register/developer.',
    severity: 'low',
    keywords: ['guardian_', 'guardianapi', 'guardian-api', 'guardianapis', 'guardian'],
    value:
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-z]{8}-(?:[0-9a-z]{4}-){3}[0-9a-z]{12}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['GUARDIAN_API_KEY={uuid}', 'guardian.token: "{uuid}"'],
      noMatch: ['guardian_key={hex:8}'],
    },
  },
]);
