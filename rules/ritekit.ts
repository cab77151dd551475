import { defineRules } from './define.js';

export const rules = defineRules('ritekit', [
  {
    id: 'ritekit-client-secret',
    title: 'RiteKit client id or secret',
    impact: "Uses the API at the account's limits.",
    reference: 'https://documenter.getpostman.com/view/2010712/SzS7Qku5',
    remediation: "Replace it in RiteKit's developer dashboard.",
    severity: 'low',
    keywords: ['ritekit'],
    value: /[0-9a-f]{44}/,
    minEntropy: 3,
    examples: { match: ['RITEKIT_CLIENT_SECRET={hex:44}', "'ritekit_client_secret': '{hex:44}'"] },
  },
]);
