import { defineRules } from './define.js';

export const rules = defineRules('saladcloud', [
  {
    id: 'saladcloud-api-key',
    title: 'SaladCloud API key',
    impact: "Starts containers at the account's cost.",
    reference: 'https://docs.salad.com/reference/api-usage',
    remediation: 'Regenerate it at https://portal.salad.com/api-key.',
    keywords: ['salad_cloud_'],
    pattern: /\b(?<secret>salad_cloud_[A-Za-z0-9_]{24,245})(?![A-Za-z0-9_])/,
    minEntropy: 3.5,
    examples: { match: ['SALAD_API_KEY=salad_cloud_user_{alnum:34}'] },
  },
]);
