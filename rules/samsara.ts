import { defineRules } from './define.js';

export const rules = defineRules('samsara', [
  {
    id: 'samsara-api-token',
    title: 'Samsara API token',
    impact: "Reads vehicles' places and drivers of the fleet.",
    reference: 'https://developers.samsara.com/docs/authentication',
    remediation: 'Revoke it at https://cloud.samsara.com under Settings > API tokens.',
    keywords: ['samsara_api_'],
    pattern: /\b(?<secret>samsara_api_[A-Za-z0-9]{24,40})\b/,
    minEntropy: 3.5,
    examples: { match: ['SAMSARA_API_TOKEN=samsara_api_{alnum:30}'] },
  },
]);
