import { defineRules } from './define.js';

export const rules = defineRules('tallyfy', [
  {
    id: 'tallyfy-api-token',
    title: 'Tallyfy API token',
    impact: "Reads and changes the organization's processes.",
    reference: 'https://tallyfy.com/products/pro/integrations/open-api/',
    remediation: "Delete it in Tallyfy's settings.",
    keywords: ['tallyfy'],
    value: /ey[A-Za-z0-9_-]{10,200}\.[A-Za-z0-9_-]{20,1200}\.[A-Za-z0-9_-]{40,800}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['TALLYFY_TOKEN={jwt}'] },
  },
]);
