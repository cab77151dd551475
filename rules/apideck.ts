import { defineRules } from './define.js';

export const rules = defineRules('apideck', [
  {
    id: 'apideck-api-key',
    title: 'Apideck API key',
    impact: 'Reads and changes the data of the connected applications.',
    reference: 'https://developers.apideck.com/apis/authentication',
    remediation: 'Rotate the key in the Apideck dashboard.',
    keywords: ['sk_live_'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>sk_live_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[A-Za-z0-9]{10,60})(?![A-Za-z0-9_-])/,
    minEntropy: 3.3,
    examples: {
      match: ['APIDECK_TOKEN=sk_live_{uuid}-{alnum:20}', 'key: "sk_live_{uuid}-{alnum:20}"'],
      noMatch: ['sk_live_{uuid}'],
    },
  },
]);
