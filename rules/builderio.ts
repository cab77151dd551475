import { defineRules } from './define.js';

export const rules = defineRules('builderio', [
  {
    id: 'builderio-private-key',
    title: 'Builder.io private key',
    impact: "Changes the space's content and models.",
    reference: 'https://www.builder.io/c/docs/using-your-api-key',
    remediation: 'Delete the key in Builder under Settings, Space.',
    keywords: ['bpk-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>bpk-[0-9a-f]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.2,
    examples: { match: ['BUILDERIO_TOKEN=bpk-{hex:32}', 'key: "bpk-{hex:32}"'], noMatch: ['bpk-{hex:16}'] },
  },
]);
