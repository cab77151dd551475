import { defineRules } from './define.js';

export const rules = defineRules('wpengine', [
  {
    id: 'wpengine-api-password',
    title: 'WP Engine API password',
    impact: "Changes the account's sites and their domains.",
    reference: 'https://wpengineapi.com/',
    remediation: 'Delete the credentials in the WP Engine portal under API access.',
    keywords: ['wpengine', 'wp_engine', 'wpe_'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{24,64}/,
    assigned: true,
    minEntropy: 3.5,
    examples: {
      match: ['WPENGINE_API_KEY={alnum:32}', 'wpengine_token: "{alnum:32}"'],
      noMatch: ['WPENGINE_API_KEY={alnum:12}'],
    },
  },
]);
