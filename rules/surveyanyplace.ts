import { defineRules } from './define.js';

export const rules = defineRules('surveyanyplace', [
  {
    id: 'surveyanyplace-api-key',
    title: 'Pointerpro (Survey Anyplace) API key',
    impact: "Reads answers of the account's surveys.",
    reference: 'https://support.pointerpro.com/hc/en-us',
    remediation: "Replace it in Pointerpro's settings.",
    severity: 'medium',
    keywords: ['surveyanyplace'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    minEntropy: 3.3,
    examples: { match: ['SURVEYANYPLACE_API_KEY={alnum:32}', "'surveyanyplace_api_key': '{alnum:32}'"] },
  },
]);
