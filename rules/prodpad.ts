import { defineRules } from './define.js';

export const rules = defineRules('prodpad', [
  {
    id: 'prodpad-api-key',
    title: 'ProdPad API key',
    impact: 'Reads and changes ideas and roadmaps.',
    reference: 'https://app.swaggerhub.com/apis-docs/ProdPad/prodpad/1.0',
    remediation: 'Replace it in the profile under API keys.',
    severity: 'medium',
    keywords: ['prodpad'],
    value: /[0-9a-f]{64}/,
    minEntropy: 3,
    examples: { match: ['PRODPAD_API_KEY={hex:64}', "'prodpad_api_key': '{hex:64}'"] },
  },
]);
