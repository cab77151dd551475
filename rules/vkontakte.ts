import { defineRules } from './define.js';

export const rules = defineRules('vkontakte', [
  {
    id: 'vkontakte-access-token',
    title: 'VK access token',
    impact: 'Acts as its user, community or application.',
    reference: 'https://dev.vk.com/en/api/access-token/getting-started',
    remediation: "End the session in VK's security settings, or reset the app's key.",
    keywords: ['vk1.a.'],
    pattern: /\b(?<secret>vk1\.a\.[A-Za-z0-9_-]{80,260})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['VK_TOKEN=vk1.a.{base64url:198}'] },
  },
]);
