import { defineRules } from './define.js';

export const rules = defineRules('triggerdev', [
  {
    id: 'triggerdev-secret-key',
    title: 'Trigger.dev secret key or personal token',
    impact: 'Starts tasks, and reads their environment, of the project.',
    reference: 'https://trigger.dev/docs/apikeys',
    remediation: 'Regenerate it at https://cloud.trigger.dev under API keys.',
    keywords: ['tr_dev_', 'tr_stg_', 'tr_prod_', 'tr_preview_', 'tr_pat_'],
    pattern: /\b(?<secret>tr_(?:dev|stg|prod|preview|pat)_(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{20,44})\b/,
    minEntropy: 3.3,
    examples: { match: ['TRIGGER_SECRET_KEY=tr_dev_{alnum:20}'] },
  },
]);
