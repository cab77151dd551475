import { defineRules } from './define.js';

export const rules = defineRules('bannerbear', [
  {
    id: 'bannerbear-api-key',
    title: 'Bannerbear API key',
    impact: "Makes images and videos at the owner's cost and reads past ones.",
    reference: 'https://developers.bannerbear.com/#authentication',
    remediation: 'Reset the key in Bannerbear under Account settings.',
    severity: 'medium',
    keywords: ['bb_pr_', 'bb_ma_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>bb_(?:pr|ma)_[0-9a-f]{30})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['BANNERBEAR_TOKEN=bb_pr_{hex:30}', 'key: "bb_pr_{hex:30}"'],
      noMatch: ['bb_pr_{hex:15}'],
    },
  },
]);
