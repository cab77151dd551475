import { defineRules } from './define.js';

export const rules = defineRules('pastebin', [
  {
    id: 'pastebin-api-key',
    title: 'Pastebin API key',
    impact: "Creates pastes in its user's name.",
    reference: 'https://pastebin.com/doc_api',
    remediation: 'Regenerate it at https://pastebin.com/doc_api.',
    severity: 'low',
    keywords: ['pastebin'],
    value: /(?=[A-Za-z_-]{0,31}[0-9])[A-Za-z0-9_-]{32}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['PASTEBIN_API_KEY={alnum:32}'] },
  },
]);
