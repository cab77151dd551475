import { defineRules } from './define.js';

export const rules = defineRules('clojars', [
  {
    id: 'clojars-deploy-token',
    title: 'Clojars deploy token',
    impact: 'Publishes libraries as the user.',
    reference: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    remediation: 'Disable the token at https://clojars.org/tokens.',
    severity: 'critical',
    keywords: ['clojars_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>CLOJARS_[A-Za-z0-9]{60})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['CLOJARS_TOKEN=CLOJARS_{hex:60}', 'key: "CLOJARS_{hex:60}"'],
      noMatch: ['CLOJARS_{hex:30}'],
    },
  },
]);
