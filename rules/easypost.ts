import { defineRules } from './define.js';

export const rules = defineRules('easypost', [
  {
    id: 'easypost-api-key',
    title: 'EasyPost API key',
    impact: "Buys postage at the owner's cost and reads its shipments.",
    reference: 'https://docs.easypost.com/docs/authentication',
    remediation: 'Disable the key at https://www.easypost.com/account/api-keys.',
    keywords: ['ezak', 'eztk'],
    pattern: /(?<![A-Za-z0-9])(?<secret>EZ[AT]K[A-Za-z0-9]{54})(?![A-Za-z0-9])/,
    minEntropy: 4,
    examples: {
      match: ['EASYPOST_TOKEN=EZAK{alnum:54}', 'key: "EZAK{alnum:54}"'],
      noMatch: ['EZAK{alnum:27}'],
    },
  },
]);
