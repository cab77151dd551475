import { defineRules } from './define.js';

export const rules = defineRules('intra42', [
  {
    id: 'intra42-client-secret',
    title: '42 client secret',
    impact: "Signs in as the application to the school's intranet.",
    reference: 'https://api.intra.42.fr/apidoc/guides/getting_started',
    remediation: 'Regenerate the secret at https://profile.intra.42.fr/oauth/applications.',
    severity: 'medium',
    keywords: ['s-s4t2ud-', 's-s4t2af-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>s-s4t2(?:ud|af)-[0-9a-f]{64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.2,
    examples: {
      match: ['INTRA42_TOKEN=s-s4t2ud-{hex:64}', 'key: "s-s4t2ud-{hex:64}"'],
      noMatch: ['s-s4t2ud-{hex:32}'],
    },
  },
]);
