import { defineRules } from './define.js';

export const rules = defineRules('anthropic', [
  {
    id: 'anthropic-api-key',
    title: 'Anthropic API key',
    impact: "Runs Claude at the organisation's cost and reads its files.",
    reference: 'https://docs.anthropic.com/en/api/overview',
    remediation: 'Delete the key at https://console.anthropic.com/settings/keys.',
    keywords: ['sk-ant-api'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>sk-ant-api\d{2,3}-[A-Za-z0-9_-]{80,120})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['ANTHROPIC_API_KEY=sk-ant-api03-{base64url:93}AA'],
      noMatch: ['sk-ant-api03-{base64url:20}'],
    },
  },
  {
    id: 'anthropic-admin-key',
    title: 'Anthropic admin key',
    impact: "Manages the organisation's members, workspaces and keys.",
    reference: 'https://docs.anthropic.com/en/api/administration-api',
    remediation: 'Delete the key at https://console.anthropic.com/settings/admin-keys.',
    severity: 'critical',
    keywords: ['sk-ant-admin'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>sk-ant-admin\d{2}-[A-Za-z0-9_-]{80,120})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['key: sk-ant-admin01-{base64url:93}AA'], noMatch: ['sk-ant-admin01-{base64url:20}'] },
  },
  {
    id: 'anthropic-oauth-token',
    title: 'Anthropic OAuth token',
    impact: 'Uses Claude as the signed-in user; a refresh token gets new ones.',
    reference: 'https://docs.anthropic.com/en/api/overview',
    remediation: 'Sign out of all sessions in the Claude account settings.',
    keywords: ['sk-ant-oat', 'sk-ant-ort', 'sk-ant-sid'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>sk-ant-(?:oat|ort|sid)\d{2}-[A-Za-z0-9_-]{80,120})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['CLAUDE_CODE_OAUTH_TOKEN=sk-ant-oat01-{base64url:93}AA'],
      noMatch: ['sk-ant-oat01-{base64url:20}'],
    },
  },
]);
