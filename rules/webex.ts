import { defineRules } from './define.js';

export const rules = defineRules('webex', [
  {
    id: 'webex-access-token',
    title: 'Webex access token',
    impact: 'Reads and writes messages as its user or bot.',
    reference: 'https://developer.webex.com/docs/bots',
    remediation: 'Regenerate it at https://developer.webex.com/my-apps.',
    keywords: ['webex', 'bearer'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>[A-Za-z0-9]{64}_[A-Za-z0-9]{4}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['WEBEX_ACCESS_TOKEN={alnum:64}_{alnum:4}_{uuid}'] },
  },
  {
    id: 'webex-client-secret',
    title: 'Webex client secret',
    impact: 'Gets tokens as the integration.',
    reference: 'https://developer.webex.com/docs/bots',
    remediation: 'Regenerate it at https://developer.webex.com/my-apps.',
    keywords: ['webex'],
    value: /[0-9a-f]{64}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['WEBEX_CLIENT_SECRET={hex:64}', "'webex_client_secret': '{hex:64}'"] },
  },
]);
