import { defineRules } from './define.js';

export const rules = defineRules('percy', [
  {
    id: 'percy-token',
    title: 'Percy project token',
    impact: 'Uploads screenshots to the project.',
    reference: 'https://www.browserstack.com/docs/percy/get-started/percy-token',
    remediation: "Regenerate it in the project's settings.",
    severity: 'low',
    keywords: ['percy'],
    value: /(?:web_|app_|auto_|ss_|res_|vmw_)?[0-9a-f]{64}/,
    minEntropy: 3,
    examples: { match: ['PERCY_TOKEN=web_{hex:64}', 'PERCY_TOKEN={hex:64}'] },
  },
]);
