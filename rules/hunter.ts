import { defineRules } from './define.js';

export const rules = defineRules('hunter', [
  {
    id: 'hunter-api-key',
    title: 'Hunter API key',
    impact: "Looks up mail addresses at the owner's cost.",
    reference: 'https://hunter.io/api-documentation/v2',
    remediation: 'Delete the key in Hunter under API.',
    severity: 'low',
    keywords: ['hunter.io', 'hunterio', 'hunter_api', 'hunter_key', 'hunter_'],
    value: /[0-9a-f]{40}|(?=[a-z_-]{0,39}[0-9])[a-z0-9_-]{40}/,
    assigned: true,
    minEntropy: 3.3,
    examples: {
      match: ['HUNTER_IO_API_KEY={hex:40}', 'hunter_io.token: "{hex:40}"'],
      noMatch: ['HUNTER_IO_API_KEY={hex:20}'],
    },
  },
]);
