import { defineRules } from './define.js';

export const rules = defineRules('testkube', [
  {
    id: 'testkube-api-key',
    title: 'Testkube API key',
    impact: "Runs tests on the organization's clusters.",
    reference: 'https://docs.testkube.io/testkube-pro/articles/api-token-management',
    remediation: "Delete it in Testkube's organization settings.",
    keywords: ['tkcapi_'],
    pattern: /\b(?<secret>tkcapi_[A-Za-z0-9]{24,64})\b/,
    minEntropy: 3,
    examples: { match: ['TESTKUBE_API_KEY=tkcapi_{hex:30}'] },
  },
]);
