import { defineRules } from './define.js';

export const rules = defineRules('ayrshare', [
  {
    id: 'ayrshare-api-key',
    title: 'Ayrshare API key',
    impact: 'Posts to the linked social accounts.',
    reference: 'https://www.ayrshare.com/docs/apis/overview',
    remediation: 'Regenerate the key in the Ayrshare dashboard.',
    keywords: ['ayrshare'],
    value:
      /(?=[A-Z-]{0,34}[0-9])[A-Z0-9]{8}-[A-Z0-9]{8}-[A-Z0-9]{8}-[A-Z0-9]{8}|[A-Z]{7}-[A-Z0-9]{7}-[A-Z0-9]{7}-[A-Z0-9]{7}/,
    minEntropy: 3.5,
    examples: {
      match: [
        'AYRSHARE_API_KEY={upperalnum:8}-{upperalnum:8}-{upperalnum:8}-{upperalnum:8}',
        'ayrshare.token: "{upperalnum:8}-{upperalnum:8}-{upperalnum:8}-{upperalnum:8}"',
      ],
      noMatch: ['AYRSHARE_API_KEY={upperalnum:8}-{upperalnum:8}-{upperalnum:8}-{upperalnum:4}'],
    },
  },
]);
