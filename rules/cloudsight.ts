import { defineRules } from './define.js';

export const rules = defineRules('cloudsight', [
  {
    id: 'cloudsight-api-key',
    title: 'CloudSight API key',
    impact: "Describes images at the owner's cost.",
    reference: 'https://cloudsight.docs.apiary.io/',
    remediation: 'Ask CloudSight for another key.',
    keywords: ['cloudsight'],
    value: /(?=[a-z_-]{0,23}[0-9])[A-Za-z0-9_-]{20,24}/,
    assigned: true,
    minEntropy: 3.3,
    examples: {
      match: ['CLOUDSIGHT_API_KEY={loweralnum:22}', 'cloudsight_token: "{loweralnum:22}"'],
      noMatch: ['CLOUDSIGHT_API_KEY={loweralnum:12}'],
    },
  },
]);
