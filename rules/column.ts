import { defineRules } from './define.js';

export const rules = defineRules('column', [
  {
    id: 'column-api-key',
    title: 'Column API key',
    impact: "Moves money and reads the platform's accounts.",
    reference: 'https://column.com/docs/getting-started',
    remediation: 'Revoke the key in the Column dashboard under Developers.',
    severity: 'critical',
    keywords: ['column'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>(?:live|test)_[A-Za-z0-9]{27})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['COLUMN_API_KEY=live_{alnum:27}'], noMatch: ['COLUMN_KEY=live_{alnum:8}'] },
  },
]);
