import { defineRules } from './define.js';

export const rules = defineRules('mixpanel', [
  {
    id: 'mixpanel-secret',
    title: 'Mixpanel secret or token',
    impact: 'Reads events and people of the project, or sends made-up ones.',
    reference: 'https://developer.mixpanel.com/reference/service-accounts',
    remediation: 'Delete it at https://mixpanel.com/settings/org#serviceaccounts.',
    severity: 'medium',
    keywords: ['mixpanel'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    minEntropy: 3.3,
    examples: { match: ['MIXPANEL_SECRET={alnum:32}', "'mixpanel_secret': '{alnum:32}'"] },
  },
]);
