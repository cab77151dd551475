import { defineRules } from './define.js';

export const rules = defineRules('sidekiq', [
  {
    id: 'sidekiq-gem-credentials',
    title: 'Sidekiq Pro or Enterprise gem credentials',
    impact: 'Downloads the licensed gems.',
    reference: 'https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ',
    remediation: 'Ask for new credentials at https://billing.contribsys.com.',
    severity: 'medium',
    keywords: ['contribsys'],
    pattern:
      /(?:contribsys__com[^\n]{0,40}?[=:]["'\s]{0,4}|https?:\/\/(?=[0-9a-f]{8}:[0-9a-f]{8}@(?:gems|enterprise)\.contribsys\.com))(?<secret>[0-9a-f]{8}:[0-9a-f]{8})\b/i,
    minEntropy: 2.3,
    examples: {
      match: [
        'BUNDLE_ENTERPRISE__CONTRIBSYS__COM={hex:8}:{hex:8}',
        "source 'https://{hex:8}:{hex:8}@gems.contribsys.com/'",
      ],
    },
  },
]);
