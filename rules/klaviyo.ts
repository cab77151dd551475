import { defineRules } from './define.js';

export const rules = defineRules('klaviyo', [
  {
    id: 'klaviyo-private-key',
    title: 'Klaviyo private API key',
    impact: "Reads and changes the account's profiles and campaigns.",
    reference: 'https://developers.klaviyo.com/en/docs/authenticate_',
    remediation: 'Delete the key in Klaviyo under Settings, API keys.',
    keywords: ['klaviyo'],
    pattern:
      /(?:[Kk]laviyo|KLAVIYO)[\w "'.:=-]{0,48}?(?<![A-Za-z0-9_])(?<secret>pk_[0-9a-f]{34}|pk_[A-Za-z0-9]{34})(?![A-Za-z0-9])/,
    minEntropy: 3.3,
    examples: { match: ['KLAVIYO_API_KEY=pk_{hex:34}'], noMatch: ['KLAVIYO_API_KEY=pk_{hex:8}'] },
  },
]);
