import { defineRules } from './define.js';

export const rules = defineRules('statsig', [
  {
    id: 'statsig-server-secret',
    title: 'Statsig server secret',
    impact: 'Reads every gate and experiment of the project.',
    reference: 'https://docs.statsig.com/access-management/api-keys',
    remediation: 'Delete it at https://console.statsig.com/api_keys.',
    severity: 'medium',
    keywords: ['statsig'],
    value: /(?:secret|console)-[A-Za-z0-9]{30,60}/,
    minEntropy: 3.5,
    examples: { match: ['STATSIG_SERVER_KEY=secret-{alnum:43}'] },
  },
]);
