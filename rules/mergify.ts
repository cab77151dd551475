import { defineRules } from './define.js';

export const rules = defineRules('mergify', [
  {
    id: 'mergify-application-key',
    title: 'Mergify application key',
    impact: 'Queues and merges pull requests of the organization.',
    reference: 'https://docs.mergify.com/api/usage/',
    remediation: 'Delete it at https://dashboard.mergify.com under API keys.',
    keywords: ['mergify_application_key_'],
    pattern: /\b(?<secret>mergify_application_key_[A-Za-z0-9_-]{40,200})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['MERGIFY_TOKEN=mergify_application_key_{alnum:64}'] },
  },
]);
