import { defineRules } from './define.js';

export const rules = defineRules('cratesio', [
  {
    id: 'cratesio-api-token',
    title: 'crates.io API token',
    impact: "Publishes and yanks the user's crates.",
    reference: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
    remediation: 'Revoke the token at https://crates.io/settings/tokens.',
    severity: 'critical',
    keywords: ['"cio', "'cio", ' cio', '=cio', ':cio'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>cio(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['CRATESIO_TOKEN=cio{alnum:32}', 'key: "cio{alnum:32}"'], noMatch: ['cio{alnum:10}'] },
  },
]);
