import { defineRules } from './define.js';

export const rules = defineRules('pdfshift', [
  {
    id: 'pdfshift-api-key',
    title: 'PDFShift API key',
    impact: "Makes documents at the account's cost.",
    reference: 'https://docs.pdfshift.io/#authentication',
    remediation: 'Replace it at https://app.pdfshift.io.',
    severity: 'low',
    keywords: ['pdfshift'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['PDFSHIFT_API_KEY={hex:32}', "'pdfshift_api_key': '{hex:32}'"] },
  },
]);
