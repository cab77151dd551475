import { defineRules } from './define.js';

export const rules = defineRules('sourcegraph', [
  {
    id: 'sourcegraph-access-token',
    title: 'Sourcegraph access token',
    impact: 'Reads source code as its user.',
    reference: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
    remediation: 'Delete it under Settings > Access tokens of the instance.',
    keywords: ['sgp_'],
    pattern: /\b(?<secret>sgp_(?:(?:[0-9a-fA-F]{16}|local)_)?[0-9a-fA-F]{40})\b/,
    minEntropy: 3,
    examples: { match: ['SRC_ACCESS_TOKEN=sgp_{hex:16}_{hex:40}', 'sgp_{hex:40}'] },
  },
  {
    id: 'sourcegraph-license-key',
    title: 'Sourcegraph license key or Cody gateway token',
    impact: "Uses the licence, or models at the account's cost.",
    reference: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
    remediation: 'Delete it under Settings > Access tokens of the instance.',
    keywords: ['slk_', 'sgd_'],
    pattern: /\b(?<secret>s(?:lk|gd)_[0-9a-f]{64})\b/,
    minEntropy: 3,
    examples: { match: ['SRC_LICENSE=slk_{hex:64}'] },
  },
  {
    id: 'sourcegraph-legacy-token',
    title: 'Sourcegraph access token (40 hex digits)',
    impact: 'Reads source code as its user.',
    reference: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
    remediation: 'Delete it under Settings > Access tokens of the instance.',
    keywords: ['sourcegraph', 'src_access'],
    pattern:
      /(?:sourcegraph|src_access)[\w.-]{0,24}["']?\s{0,3}(?:=>|:=|[=:])\s{0,3}["'`]?(?<secret>[0-9a-f]{40})(?![A-Za-z0-9_-])/i,
    minEntropy: 3,
    examples: { match: ['SOURCEGRAPH_TOKEN={hex:40}'] },
  },
]);
