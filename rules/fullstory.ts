import { defineRules } from './define.js';

export const rules = defineRules('fullstory', [
  {
    id: 'fullstory-api-key',
    title: 'FullStory API key',
    impact: "Reads the organisation's sessions and users.",
    reference: 'https://developer.fullstory.com/server/authentication/',
    remediation: 'Delete the key in FullStory under Settings, API keys.',
    keywords: ['fullstory'],
    pattern:
      /(?<![A-Za-z0-9_.-])(?<secret>(?:na1|eu1)\.(?=[A-Za-z+/]{0,60}[0-9])[A-Za-z0-9+/]{28,120}={0,2})(?![A-Za-z0-9+/=])/,
    minEntropy: 4,
    examples: { match: ['FULLSTORY_API_KEY=na1.{alnum:100}'], noMatch: ['FULLSTORY_API_KEY=na1.short'] },
  },
  {
    id: 'fullstory-legacy-api-key',
    title: 'FullStory API key (older form)',
    impact: "Reads the organisation's sessions and users.",
    reference: 'https://developer.fullstory.com/server/authentication/',
    remediation: 'Delete the key in FullStory under Settings, API keys.',
    keywords: ['fullstory'],
    value: /[A-Za-z0-9+/-]{88}/,
    minEntropy: 4.5,
    examples: {
      match: ['FULLSTORY_API_KEY={alnum:88}', 'fullstory.token: "{alnum:88}"'],
      noMatch: ['FULLSTORY_API_KEY={alnum:44}'],
    },
  },
]);
