import { defineRules } from './define.js';

export const rules = defineRules('privateai', [
  {
    id: 'privateai-token',
    title: 'Private AI token',
    impact: "Uses the service at the account's cost.",
    reference: 'https://docs.getprivateai.com',
    remediation: "Rotate it in Private AI's portal.",
    severity: 'medium',
    keywords: ['privateai', 'private_ai', 'private-ai'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: { match: ['PRIVATEAI_API_TOKEN={loweralnum:32}', "'privateai_api_token': '{loweralnum:32}'"] },
  },
]);
