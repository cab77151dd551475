import { defineRules } from './define.js';

export const rules = defineRules('notion', [
  {
    id: 'notion-integration-token',
    title: 'Notion integration token',
    impact: 'Reads and changes the pages shared with the integration.',
    reference: 'https://developers.notion.com/docs/authorization',
    remediation: 'Refresh it at https://www.notion.so/profile/integrations.',
    keywords: ['ntn_', 'nrt_'],
    pattern: /\b(?<secret>n(?:tn|rt)_[0-9]{8,14}[A-Za-z0-9]{30,40})\b/,
    minEntropy: 3.5,
    examples: { match: ['NOTION_TOKEN=ntn_{digits:11}{alnum:35}'] },
  },
  {
    id: 'notion-legacy-token',
    title: 'Notion integration token (before 2024)',
    impact: 'Reads and changes the pages shared with the integration.',
    reference: 'https://developers.notion.com/docs/authorization',
    remediation: 'Refresh it at https://www.notion.so/profile/integrations.',
    keywords: ['secret_'],
    pattern: /\b(?<secret>secret_(?=[A-Za-z]{0,42}[0-9])[A-Za-z0-9]{43})\b/,
    minEntropy: 4,
    examples: { match: ['NOTION_KEY=secret_{alnum:43}'] },
  },
  {
    id: 'notion-session-token',
    title: 'Notion session cookie',
    impact: 'Acts as its user in every workspace.',
    reference: 'https://developers.notion.com/docs/authorization',
    remediation: 'Refresh it at https://www.notion.so/profile/integrations.',
    keywords: ['token_v2'],
    pattern:
      /\btoken_v2["']?\s{0,3}[=:,]\s{0,3}["']?(?<secret>v0[0-9]%3Auser_token_or_cookies%3A[A-Za-z0-9_%.-]{80,300}|[0-9a-f]{120,200})/,
    minEntropy: 3,
    examples: { match: ['Cookie: token_v2={hex:152}'] },
  },
]);
