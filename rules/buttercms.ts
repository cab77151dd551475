import { defineRules } from './define.js';

export const rules = defineRules('buttercms', [
  {
    id: 'buttercms-api-token',
    title: 'ButterCMS API token',
    impact: "Reads, and with a write token changes, the site's content.",
    reference: 'https://buttercms.com/docs/api/#authentication',
    remediation: 'Reset the token in ButterCMS under Settings.',
    severity: 'medium',
    keywords: ['buttercms', 'butter_cms'],
    value: /[0-9a-f]{40}|(?=[a-z]{0,39}[0-9])[a-z0-9]{40}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['BUTTERCMS_API_KEY={hex:40}', 'buttercms.token: "{hex:40}"'],
      noMatch: ['BUTTERCMS_API_KEY={hex:20}'],
    },
  },
]);
