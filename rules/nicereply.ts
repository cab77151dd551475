import { defineRules } from './define.js';

export const rules = defineRules('nicereply', [
  {
    id: 'nicereply-api-key',
    title: 'Nicereply API key',
    impact: 'Reads the ratings of customers.',
    reference: 'https://help.nicereply.com/api',
    remediation: "Replace it in Nicereply's settings under API.",
    severity: 'medium',
    keywords: ['nicereply'],
    value: /[0-9a-f]{40}/,
    minEntropy: 3,
    examples: { match: ['NICEREPLY_API_KEY={hex:40}', "'nicereply_api_key': '{hex:40}'"] },
  },
]);
