import { defineRules } from './define.js';

export const rules = defineRules('reallysimplesystems', [
  {
    id: 'reallysimplesystems-token',
    title: 'Really Simple Systems API token',
    impact: 'Reads and changes the customer data.',
    reference: 'https://support.reallysimplesystems.com',
    remediation: "Delete it in the CRM's administration.",
    keywords: ['reallysimplesystems', 'really_simple'],
    value: /ey[A-Za-z0-9._-]{145,165}/,
    minEntropy: 4,
    examples: { match: ['REALLYSIMPLESYSTEMS_TOKEN=ey{alnum:153}'] },
  },
]);
