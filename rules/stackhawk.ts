import { defineRules } from './define.js';

export const rules = defineRules('stackhawk', [
  {
    id: 'stackhawk-api-key',
    title: 'StackHawk API key',
    impact: 'Starts scans, and reads what the applications are vulnerable to.',
    reference: 'https://docs.stackhawk.com/stackhawk-cli/',
    remediation: 'Delete it at https://app.stackhawk.com/settings/apikeys.',
    keywords: ['hawk.'],
    pattern: /\b(?<secret>hawk\.[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{20})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['HAWK_API_KEY=hawk.{alnum:20}.{alnum:20}'] },
  },
]);
