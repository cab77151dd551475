import { defineRules } from './define.js';

export const rules = defineRules('userflow', [
  {
    id: 'userflow-api-key',
    title: 'Userflow API key',
    impact: "Reads and changes the app's users.",
    reference: 'https://userflow.com/docs/api/authentication',
    remediation: 'Delete it at https://userflow.com/app/acme/settings/api.',
    keywords: ['userflow'],
    value: /(?:ak_)?(?=[a-z_]{0,28}[0-9])[a-z0-9_]{26,30}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['USERFLOW_API_KEY=ak_{loweralnum:26}'] },
  },
]);
