import { defineRules } from './define.js';

export const rules = defineRules('pganalyze', [
  {
    id: 'pganalyze-api-key',
    title: 'pganalyze API key',
    impact: 'Reads statistics and queries of the databases.',
    reference: 'https://pganalyze.com/docs/api',
    remediation: "Delete it in the organization's settings under API keys.",
    severity: 'medium',
    keywords: ['pgar_', 'pgaw_'],
    pattern: /\b(?<secret>pga[rw]_[A-Za-z0-9_=-]{20,80})(?![A-Za-z0-9_=-])/,
    minEntropy: 3.5,
    examples: { match: ['PGANALYZE_KEY=pgar_{alnum:48}'] },
  },
]);
