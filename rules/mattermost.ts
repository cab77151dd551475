import { defineRules } from './define.js';

export const rules = defineRules('mattermost', [
  {
    id: 'mattermost-access-token',
    title: 'Mattermost access token',
    impact: 'Reads and writes messages as its user or bot.',
    reference: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
    remediation: 'Revoke it under Profile > Security > Personal access tokens.',
    keywords: ['mattermost'],
    value: /(?=[a-z]{0,25}[0-9])[a-z0-9]{26}/,
    minEntropy: 3.2,
    examples: { match: ['MATTERMOST_TOKEN={loweralnum:26}'] },
  },
  {
    id: 'mattermost-webhook',
    title: 'Mattermost incoming webhook',
    impact: 'Posts messages to the channel.',
    reference: 'https://developers.mattermost.com/integrate/webhooks/incoming/',
    remediation: 'Revoke it under Profile > Security > Personal access tokens.',
    severity: 'medium',
    keywords: ['mattermost'],
    pattern:
      /\bhttps?:\/\/(?=[\w.-]{0,100}mattermost)[\w.:-]{4,120}\/(?:[\w-]{1,40}\/)?hooks\/(?<secret>[a-z0-9]{26})\b/,
    minEntropy: 3,
    examples: { match: ['https://mattermost.corp.test/hooks/{loweralnum:26}'] },
  },
]);
