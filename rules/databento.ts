import { defineRules } from './define.js';

export const rules = defineRules('databento', [
  {
    id: 'databento-api-key',
    title: 'Databento API key',
    impact: "Buys market data at the owner's cost.",
    reference: 'https://databento.com/docs/api-reference-historical/basics/authentication',
    remediation: 'Deactivate the key at https://databento.com/portal/keys.',
    keywords: ['databento'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>db-[A-Za-z0-9]{29})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    exclude: /^db-[a-z]+$/,
    examples: { match: ['DATABENTO_API_KEY=db-{alnum:29}'], noMatch: ['DATABENTO=db-{alnum:12}'] },
  },
]);
