import { defineRules } from './define.js';

export const rules = defineRules('flickr', [
  {
    id: 'flickr-api-key',
    title: 'Flickr API key or secret',
    impact: "Acts for the app's users: reads and changes their photos.",
    reference: 'https://www.flickr.com/services/api/auth.oauth.html',
    remediation: 'Delete the app at https://www.flickr.com/services/apps/by/me.',
    severity: 'medium',
    keywords: ['flickr'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}|[0-9a-f]{16}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['FLICKR_API_KEY={hex:32}', 'flickr.token: "{hex:32}"'],
      noMatch: ['FLICKR_API_KEY={hex:8}'],
    },
  },
]);
