import { defineRules } from './define.js';

export const rules = defineRules('upstage', [
  {
    id: 'upstage-api-key',
    title: 'Upstage API key',
    impact: "Uses models at the account's cost.",
    reference: 'https://console.upstage.ai/docs/getting-started',
    remediation: 'Delete it at https://console.upstage.ai/api-keys.',
    keywords: ['upstage', '"up_', "'up_", '=up_', 'bearer up_'],
    pattern: /(?<![A-Za-z0-9_])(?<secret>up_(?=[A-Za-z]{0,28}[0-9])[A-Za-z0-9]{29,40})(?![A-Za-z0-9_])/,
    minEntropy: 3.8,
    examples: { match: ['UPSTAGE_API_KEY=up_{alnum:37}'] },
  },
]);
