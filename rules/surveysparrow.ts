import { defineRules } from './define.js';

export const rules = defineRules('surveysparrow', [
  {
    id: 'surveysparrow-access-token',
    title: 'SurveySparrow access token',
    impact: "Reads answers of the account's surveys.",
    reference: 'https://developers.surveysparrow.com/rest-apis',
    remediation: "Delete it in SurveySparrow's settings under Apps & Integrations.",
    keywords: ['surveysparrow'],
    value: /(?=[A-Za-z_-]{0,60}[0-9])[A-Za-z0-9_-]{80,90}/,
    minEntropy: 4,
    examples: { match: ['SURVEYSPARROW_TOKEN={base64url:88}'] },
  },
]);
