import { defineRules } from './define.js';

export const rules = defineRules('lendflow', [
  {
    id: 'lendflow-api-key',
    title: 'Lendflow API key',
    impact: 'Reads loan applications and their applicants.',
    reference: 'https://docs.lendflow.com',
    remediation: "Rotate it with Lendflow's support.",
    keywords: ['lendflow'],
    value: /[A-Za-z0-9_-]{36}\.[A-Za-z0-9_-]{200,300}\.[A-Za-z0-9_-]{60,120}/,
    minEntropy: 4,
    examples: { match: ['LENDFLOW_TOKEN={alnum:36}.{alnum:235}.{alnum:86}'] },
  },
]);
