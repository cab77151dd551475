import { defineRules } from './define.js';

export const rules = defineRules('tavily', [
  {
    id: 'tavily-api-key',
    title: 'Tavily API key',
    impact: "Searches at the account's cost.",
    reference: 'https://docs.tavily.com/documentation/quickstart',
    remediation: 'Delete it at https://app.tavily.com.',
    severity: 'medium',
    keywords: ['tvly-'],
    pattern:
      /\b(?<secret>tvly-(?:dev-|prod-)?(?=[A-Za-z-]{0,31}[0-9])[A-Za-z0-9]{6}[A-Za-z0-9-]{22,60})(?![A-Za-z0-9-])/,
    minEntropy: 3.5,
    examples: { match: ['TAVILY_API_KEY=tvly-dev-{alnum:32}'] },
  },
]);
