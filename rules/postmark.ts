import { defineRules } from './define.js';

export const rules = defineRules('postmark', [
  {
    id: 'postmark-token',
    title: 'Postmark server or account token',
    impact: 'Sends mail as the server, or manages the account.',
    reference: 'https://postmarkapp.com/developer/api/overview#authentication',
    remediation: "Delete it in the server's or account's API tokens at https://account.postmarkapp.com.",
    keywords: ['postmark', 'post_mark'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['POSTMARK_SERVER_TOKEN={uuid}', "'postmark_server_token': '{uuid}'"] },
  },
]);
