import { defineRules } from './define.js';

export const rules = defineRules('zenserp', [
  {
    id: 'zenserp-api-key',
    title: 'Zenserp API key',
    impact: "Searches at the account's cost.",
    reference: 'https://app.zenserp.com/documentation',
    remediation: 'Replace it at https://app.zenserp.com.',
    severity: 'low',
    keywords: ['zenserp', 'zenscrape'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['ZENSERP_API_KEY={uuid}', "'zenserp_api_key': '{uuid}'"] },
  },
]);
