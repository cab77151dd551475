import { defineRules } from './define.js';

export const rules = defineRules('messagebird', [
  {
    id: 'messagebird-access-key',
    title: 'MessageBird access key',
    impact: "Sends messages and makes calls at the account's cost.",
    reference: 'https://developers.messagebird.com/quickstarts/setup-account/',
    remediation: 'Delete it at https://dashboard.messagebird.com/developers/access.',
    keywords: ['messagebird', 'message_bird', 'message-bird'],
    value: /(?=[A-Za-z]{0,24}[0-9])[A-Za-z0-9]{25}/,
    minEntropy: 3.3,
    examples: { match: ['MESSAGEBIRD_ACCESS_KEY={alnum:25}'] },
  },
  {
    id: 'messagebird-client-id',
    title: 'MessageBird client id',
    impact: 'Names the client that calls on behalf of the account.',
    reference: 'https://developers.messagebird.com/quickstarts/setup-account/',
    remediation: 'Delete it at https://dashboard.messagebird.com/developers/access.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['messagebird', 'message_bird', 'message-bird'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['MESSAGEBIRD_CLIENT_TOKEN={uuid}', "'messagebird_client_token': '{uuid}'"] },
  },
]);
