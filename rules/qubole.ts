import { defineRules } from './define.js';

export const rules = defineRules('qubole', [
  {
    id: 'qubole-api-token',
    title: 'Qubole API token',
    impact: "Runs queries on the account's data.",
    reference: 'https://docs.qubole.com/en/latest/rest-api/index.html',
    remediation: 'Reset it in the control panel under My Accounts.',
    severity: 'critical',
    keywords: ['qubole'],
    value: /(?=[a-z]{0,63}[0-9])[a-z0-9]{64}/,
    minEntropy: 3.2,
    examples: { match: ['QUBOLE_API_TOKEN={loweralnum:64}', "'qubole_api_token': '{loweralnum:64}'"] },
  },
]);
