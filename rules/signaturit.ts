import { defineRules } from './define.js';

export const rules = defineRules('signaturit', [
  {
    id: 'signaturit-access-token',
    title: 'Signaturit access token',
    impact: 'Reads and starts signatures of documents.',
    reference: 'https://docs.signaturit.com',
    remediation: "Replace it in Signaturit's dashboard.",
    severity: 'critical',
    keywords: ['signaturit'],
    value: /(?=[A-Za-z]{0,85}[0-9])[A-Za-z0-9]{86}/,
    minEntropy: 3.3,
    examples: { match: ['SIGNATURIT_ACCESS_TOKEN={alnum:86}', "'signaturit_access_token': '{alnum:86}'"] },
  },
]);
