import { defineRules } from './define.js';

export const rules = defineRules('pipedrive', [
  {
    id: 'pipedrive-api-token',
    title: 'Pipedrive API token',
    impact: 'Reads and changes deals and contacts as its user.',
    reference: 'https://pipedrive.readme.io/docs/core-api-concepts-authentication',
    remediation: 'Regenerate it under Personal preferences > API.',
    keywords: ['pipedrive'],
    value: /(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}/,
    minEntropy: 3.3,
    examples: { match: ['PIPEDRIVE_API_TOKEN={alnum:40}', "'pipedrive_api_token': '{alnum:40}'"] },
  },
  {
    id: 'pipedrive-api-host-token',
    title: 'Pipedrive API token in a request',
    impact: 'Reads and changes deals and contacts as its user.',
    reference: 'https://pipedrive.readme.io/docs/core-api-concepts-authentication',
    remediation: 'Regenerate it under Personal preferences > API.',
    keywords: ['api.pipedrive.com', 'pipedrive'],
    pattern: /pipedrive\.com[^\0]{0,160}?(?:x-api-token: |api_token=)(?<secret>[0-9a-f]{40})\b/,
    minEntropy: 3,
    examples: { match: ["curl https://api.pipedrive.com/v1/users/me -H 'x-api-token: {hex:40}'"] },
  },
]);
