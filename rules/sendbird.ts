import { defineRules } from './define.js';

export const rules = defineRules('sendbird', [
  {
    id: 'sendbird-api-token',
    title: 'Sendbird API token',
    impact: 'Reads and writes every conversation of the application.',
    reference: 'https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api#2-authentication',
    remediation: 'Revoke it at https://dashboard.sendbird.com under Settings > API tokens.',
    severity: 'critical',
    keywords: ['sendbird', 'send_bird', 'send-bird'],
    value: /[0-9A-Fa-f]{40}/,
    minEntropy: 3,
    examples: { match: ['SENDBIRD_API_TOKEN={hex:40}', "'sendbird_api_token': '{hex:40}'"] },
  },
  {
    id: 'sendbird-organization-key',
    title: 'Sendbird organization API key',
    impact: "Manages the organization's applications.",
    reference: 'https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api#2-authentication',
    remediation: 'Revoke it at https://dashboard.sendbird.com under Settings > API tokens.',
    severity: 'critical',
    keywords: ['sendbird', 'send_bird', 'send-bird'],
    value: /[0-9a-f]{24}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['SENDBIRD_ORGANIZATION_API_KEY={hex:24}', "'sendbird_organization_api_key': '{hex:24}'"],
    },
  },
  {
    id: 'sendbird-access-id',
    title: 'Sendbird application id',
    impact: 'Names the application; with a token reads its conversations.',
    reference: 'https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api#2-authentication',
    remediation: 'Revoke it at https://dashboard.sendbird.com under Settings > API tokens.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['sendbird', 'send_bird', 'send-bird'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['SENDBIRD_ACCESS_TOKEN_ID={uuid}', "'sendbird_access_token_id': '{uuid}'"] },
  },
]);
