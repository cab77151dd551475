import { defineRules } from './define.js';

export const rules = defineRules('nightfall', [
  {
    id: 'nightfall-api-key',
    title: 'Nightfall API key',
    impact: "Scans data at the account's cost and reads its policies.",
    reference: 'https://docs.nightfall.ai/docs/creating-api-key',
    remediation: 'Delete it at https://app.nightfall.ai/developer-platform.',
    severity: 'medium',
    keywords: ['nf-'],
    pattern: /\b(?<secret>NF-(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32})\b/,
    minEntropy: 3.5,
    examples: { match: ['NIGHTFALL_API_KEY=NF-{alnum:32}'] },
  },
]);
