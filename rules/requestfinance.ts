import { defineRules } from './define.js';

export const rules = defineRules('requestfinance', [
  {
    id: 'requestfinance-api-key',
    title: 'Request Finance API key',
    impact: 'Reads and creates invoices of the account.',
    reference: 'https://docs.request.finance',
    remediation: 'Delete it at https://app.request.finance/account/api-keys.',
    keywords: ['requestfinance', 'request.finance', 'request_finance'],
    value: /[A-Z0-9]{7}-[A-Z0-9]{7}-[A-Z0-9]{7}-[A-Z0-9]{7}/,
    minEntropy: 3,
    examples: { match: ['REQUESTFINANCE_KEY={upperalnum:7}-{upperalnum:7}-{upperalnum:7}-{upperalnum:7}'] },
  },
]);
