import { defineRules } from './define.js';

export const rules = defineRules('clickup', [
  {
    id: 'clickup-personal-token',
    title: 'ClickUp personal API token',
    impact: 'Acts as the user in the workspace.',
    reference: 'https://developer.clickup.com/docs/authentication',
    remediation: 'Regenerate the token in ClickUp under Settings, Apps.',
    keywords: ['clickup'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>pk_[0-9]{6,10}_[0-9A-Z]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: ['CLICKUP_TOKEN=pk_{digits:8}_{upperalnum:32}'],
      noMatch: ['clickup pk_{digits:8}_{upperalnum:8}'],
    },
  },
]);
