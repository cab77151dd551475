import { defineRules } from './define.js';

export const rules = defineRules('lemonsqueezy', [
  {
    id: 'lemonsqueezy-api-key',
    title: 'Lemon Squeezy API key',
    impact: 'Reads customers and changes orders and subscriptions of the store.',
    reference: 'https://docs.lemonsqueezy.com/api/getting-started/requests#authentication',
    remediation: 'Delete it at https://app.lemonsqueezy.com/settings/api.',
    keywords: ['lemonsqueezy', 'lemon_squeezy', 'lemon-squeezy'],
    value: /ey[A-Za-z0-9_-]{10,400}\.[A-Za-z0-9_-]{100,1200}\.[A-Za-z0-9_-]{100,1200}/,
    check: 'jwt',
    examples: { match: ['LEMONSQUEEZY_API_KEY={rsjwt}'] },
  },
]);
