import { defineRules } from './define.js';

export const rules = defineRules('axiom', [
  {
    id: 'axiom-token',
    title: 'Axiom API or personal token',
    impact: "Reads and ingests the organisation's events.",
    reference: 'https://axiom.co/docs/reference/tokens',
    remediation: 'Delete the token under Settings, API tokens.',
    keywords: ['xaat-', 'xapt-'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>xa[ap]t-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['AXIOM_TOKEN=xaat-{uuid}', 'key: "xaat-{uuid}"'], noMatch: ['xaat-{hex:8}'] },
  },
]);
