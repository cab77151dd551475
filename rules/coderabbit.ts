import { defineRules } from './define.js';

export const rules = defineRules('coderabbit', [
  {
    id: 'coderabbit-api-key',
    title: 'CodeRabbit API key',
    impact: "Reads the organisation's reviews and reports.",
    reference: 'https://docs.coderabbit.ai/api-reference/',
    remediation: 'Revoke the key in CodeRabbit under API keys.',
    severity: 'medium',
    keywords: ['coderabbit'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>cr-[0-9a-f]{58})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: { match: ['CODERABBIT_API_KEY=cr-{hex:58}'], noMatch: ['CODERABBIT=cr-{hex:8}'] },
  },
]);
