import { defineRules } from './define.js';

export const rules = defineRules('onesignal', [
  {
    id: 'onesignal-api-key',
    title: 'OneSignal API key',
    impact: "Sends messages to the app's users and reads their data.",
    reference: 'https://documentation.onesignal.com/docs/en/keys-and-ids',
    remediation: 'Delete it under Settings > Keys & IDs.',
    keywords: ['os_v2_'],
    pattern: /\b(?<secret>os_v2_(?:app|org)_[a-z2-7]{100,108})\b/,
    minEntropy: 3.5,
    examples: { match: ['ONESIGNAL_API_KEY=os_v2_app_{lower:103}'] },
  },
  {
    id: 'onesignal-legacy-api-key',
    title: 'OneSignal API key (before 2024)',
    impact: "Sends messages to the app's users and reads their data.",
    reference: 'https://documentation.onesignal.com/docs/en/keys-and-ids',
    remediation: 'Delete it under Settings > Keys & IDs.',
    keywords: ['onesignal', 'one_signal'],
    value: /[A-Za-z0-9]{48}/,
    assigned: true,
    minEntropy: 3.5,
    examples: { match: ['ONESIGNAL_REST_API_KEY={alnum:48}'] },
  },
]);
