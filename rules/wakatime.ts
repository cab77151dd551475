import { defineRules } from './define.js';

export const rules = defineRules('wakatime', [
  {
    id: 'wakatime-api-key',
    title: 'WakaTime API key',
    impact: 'Reads how its user spends their time.',
    reference: 'https://wakatime.com/developers#authentication',
    remediation: 'Reset it at https://wakatime.com/settings/api-key.',
    severity: 'low',
    keywords: ['waka_'],
    pattern: /\b(?<secret>waka_(?:tok_|sec_|ref_)?[0-9A-Za-z]{8}-?[0-9A-Za-z-]{20,90})(?![A-Za-z0-9-])/,
    minEntropy: 3,
    examples: { match: ['api_key = waka_{uuid}'] },
  },
  {
    id: 'wakatime-key-nearby',
    title: 'WakaTime API key by its name',
    impact: 'Reads how its user spends their time.',
    reference: 'https://wakatime.com/developers#authentication',
    remediation: 'Reset it at https://wakatime.com/settings/api-key.',
    severity: 'low',
    keywords: ['wakatime'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['WAKATIME_API_KEY={uuid}'] },
  },
]);
