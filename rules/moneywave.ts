import { defineRules } from './define.js';

export const rules = defineRules('moneywave', [
  {
    id: 'moneywave-api-key',
    title: 'Moneywave API key or secret',
    impact: "Pays out from the merchant's wallet.",
    reference: 'https://moneywave-doc.herokuapp.com',
    remediation: "Regenerate it in Moneywave's dashboard.",
    severity: 'critical',
    keywords: ['moneywave', 'ts_'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>ts_(?=[A-Z]{0,19}[0-9])[A-Z0-9]{20,32})(?![A-Za-z0-9_])/,
    minEntropy: 3.3,
    examples: { match: ["apiKey => 'ts_{upperalnum:28}'"] },
  },
]);
