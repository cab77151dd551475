import { defineRules } from './define.js';

export const rules = defineRules('xata', [
  {
    id: 'xata-api-key',
    title: 'Xata API key',
    impact: "Reads and changes the account's databases.",
    reference: 'https://xata.io/docs/concepts/api-keys',
    remediation: 'Delete it at https://app.xata.io/settings.',
    severity: 'critical',
    keywords: ['xau_'],
    pattern: /\b(?<secret>xau_(?=[A-Za-z]{0,30}[0-9])[A-Za-z0-9]{30,48})\b/,
    minEntropy: 3.5,
    examples: { match: ['XATA_API_KEY=xau_{alnum:33}'] },
  },
]);
