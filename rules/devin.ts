import { defineRules } from './define.js';

export const rules = defineRules('devin', [
  {
    id: 'devin-api-key',
    title: 'Devin API key',
    impact: "Runs agents on the organisation's repositories.",
    reference: 'https://docs.devin.ai/api-reference/overview',
    remediation: 'Revoke the key in Devin under Settings, API keys.',
    keywords: ['apk_user_', 'apk_', 'cog_'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>(?:apk_(?:user_)?(?=[A-Za-z]{0,99}[0-9])[A-Za-z0-9+/]{76,200}|cog_[a-z0-9]{52})={0,2})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['DEVIN_API_KEY=apk_user_{alnum:150}', 'key=cog_{loweralnum:52}'],
      noMatch: ['apk_{alnum:20}'],
    },
  },
]);
