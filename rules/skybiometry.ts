import { defineRules } from './define.js';

export const rules = defineRules('skybiometry', [
  {
    id: 'skybiometry-api-key',
    title: 'SkyBiometry API key or secret',
    impact: "Recognises faces at the account's cost.",
    reference: 'https://skybiometry.com/documentation/',
    remediation: "Delete it in SkyBiometry's account.",
    severity: 'medium',
    keywords: ['skybiometry'],
    value: /(?=[a-z]{0,25}[0-9])[a-z0-9]{26}/,
    minEntropy: 3.2,
    examples: { match: ['SKYBIOMETRY_API_KEY={loweralnum:26}', "'skybiometry_api_key': '{loweralnum:26}'"] },
  },
]);
