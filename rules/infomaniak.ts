import { defineRules } from './define.js';

export const rules = defineRules('infomaniak', [
  {
    id: 'infomaniak-api-token',
    title: 'Infomaniak API token',
    impact: "Acts on the account's hosting, mail and drives, within its scopes.",
    reference: 'https://developer.infomaniak.com/getting-started',
    remediation: 'Delete the token in the Infomaniak manager.',
    keywords: ['infomaniak'],
    value: /(?=[A-Za-z_-]{0,59}[0-9])[A-Za-z0-9_-]{60,100}/,
    assigned: true,
    minEntropy: 4,
    examples: {
      match: ['INFOMANIAK_API_KEY={base64url:86}', 'infomaniak_token: "{base64url:86}"'],
      noMatch: ['INFOMANIAK_API_KEY={alnum:30}'],
    },
  },
]);
