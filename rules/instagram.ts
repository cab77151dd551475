import { defineRules } from './define.js';

export const rules = defineRules('instagram', [
  {
    id: 'instagram-access-token',
    title: 'Instagram access token',
    impact: "Reads, and within its permissions changes, the user's media.",
    reference: 'https://developers.facebook.com/docs/instagram-platform/',
    remediation: "Revoke the app in the user's Instagram settings.",
    keywords: ['igqv', 'igaa'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>(?:IGQV[A-Za-z0-9_-]{60,300}|IGAA[A-Za-z0-9]{80,300}))(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['INSTAGRAM_TOKEN=IGQVJ{alnum:150}', 'key: "IGQVJ{alnum:150}"'],
      noMatch: ['IGQVJ{alnum:45}'],
    },
  },
]);
