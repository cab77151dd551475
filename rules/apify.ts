import { defineRules } from './define.js';

export const rules = defineRules('apify', [
  {
    id: 'apify-api-token',
    title: 'Apify API token',
    impact: "Runs actors and reads the user's data sets.",
    reference: 'https://docs.apify.com/platform/integrations/api',
    remediation: 'Regenerate the token under Settings, Integrations.',
    keywords: ['apify_api_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>apify_api_[A-Za-z0-9-]{34,46})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: {
      match: ['APIFY_TOKEN=apify_api_{alnum:36}', 'key: "apify_api_{alnum:36}"'],
      noMatch: ['apify_api_{alnum:18}'],
    },
  },
]);
