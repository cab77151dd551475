import { defineRules } from './define.js';

export const rules = defineRules('pubnub', [
  {
    id: 'pubnub-secret-key',
    title: 'PubNub secret key',
    impact: "Grants itself any access to the keyset's channels.",
    reference: 'https://www.pubnub.com/docs/general/setup/account-setup',
    remediation: 'Reset it at https://admin.pubnub.com under Keyset.',
    keywords: ['sec-c-'],
    pattern: /\b(?<secret>sec-c-[A-Za-z0-9+/]{46,50}={0,2})(?![A-Za-z0-9+/=])/,
    minEntropy: 3.8,
    examples: { match: ['PUBNUB_SECRET_KEY=sec-c-{alnum:48}'] },
  },
  {
    id: 'pubnub-publish-key',
    title: 'PubNub publish key',
    impact: 'Publishes messages on channels that are not protected.',
    reference: 'https://www.pubnub.com/docs/general/setup/account-setup',
    remediation: 'Reset it at https://admin.pubnub.com under Keyset.',
    severity: 'medium',
    keywords: ['pub-c-'],
    pattern: /\b(?<secret>pub-c-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/,
    examples: { match: ["publishKey: 'pub-c-{uuid}'"] },
  },
  {
    id: 'pubnub-subscribe-key',
    title: 'PubNub subscribe key',
    impact: 'Reads messages of channels that are not protected.',
    reference: 'https://www.pubnub.com/docs/general/setup/account-setup',
    remediation: 'Reset it at https://admin.pubnub.com under Keyset.',
    severity: 'low',
    keywords: ['sub-c-'],
    pattern: /\b(?<secret>sub-c-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/,
    examples: { match: ["subscribeKey: 'sub-c-{uuid}'"] },
  },
]);
