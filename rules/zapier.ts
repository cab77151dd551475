import { defineRules } from './define.js';

export const rules = defineRules('zapier', [
  {
    id: 'zapier-webhook',
    title: 'Zapier webhook',
    impact: 'Starts the Zap with made-up data.',
    reference: 'https://help.zapier.com/hc/en-us/articles/8496288690317',
    remediation: 'Turn the Zap off or rebuild its trigger at https://zapier.com/app/zaps.',
    severity: 'low',
    keywords: ['hooks.zapier.com'],
    pattern:
      /\bhooks\.zapier\.com\/(?<secret>hooks\/catch\/[0-9]{4,12}\/[a-z0-9]{5,10}(?:\/[a-z0-9]{5,10})?)\b/,
    minEntropy: 3,
    examples: { match: ['https://hooks.zapier.com/hooks/catch/{digits:7}/{loweralnum:7}/'] },
  },
]);
