import { defineRules } from './define.js';

export const rules = defineRules('generic', [
  {
    id: 'sk-api-key',
    title: 'API key of the layout that many AI services use, `sk-` and hexadecimal digits',
    impact: "Runs models at the owner's cost, at one of the many services that give out keys like this.",
    reference: 'https://www.alibabacloud.com/help/en/model-studio/get-api-key',
    remediation: 'Delete the key in the console of the service that gave it out.',
    keywords: ['sk-'],
    pattern: /(?<![A-Za-z0-9_./-])(?<secret>sk-(?:[0-9a-f]{32}|[0-9a-f]{64}))(?![A-Za-z0-9_./-])/,
    minEntropy: 3.2,
    examples: {
      match: ['Authorization: Bearer sk-{hex:32}', 'client = Client("sk-{hex:64}")'],
      noMatch: ['sk-{hex:20}', 'sk-{lower:32}', 'disk-{hex:32}'],
    },
  },
]);
