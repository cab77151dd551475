import { defineRules } from './define.js';

export const rules = defineRules('hop', [
  {
    id: 'hop-token',
    title: 'Hop access token',
    impact: "Deploys and changes the project's services.",
    reference: 'https://docs.hop.io/getting-started/authentication',
    remediation: 'Delete the token in the Hop console.',
    keywords: ['hop_pat_', 'hop_ptk_', 'ptk_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>(?:hop_(?:pat|ptk)|ptk)_[A-Za-z0-9_-]{40,120})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['HOP_TOKEN=hop_pat_{alnum:60}', 'key: "hop_pat_{alnum:60}"'],
      noMatch: ['hop_pat_{alnum:30}'],
    },
  },
]);
