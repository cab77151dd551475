import { defineRules } from './define.js';

export const rules = defineRules('optimizely', [
  {
    id: 'optimizely-access-token',
    title: 'Optimizely personal access token',
    impact: 'Changes experiments that run on live sites.',
    reference:
      'https://docs.developers.optimizely.com/web-experimentation/docs/generate-a-personal-access-token',
    remediation: 'Revoke it at https://app.optimizely.com/v2/profile/api.',
    keywords: ['optimizely'],
    value: /(?:2:)?(?=[A-Za-z_-]{0,53}[0-9])[A-Za-z0-9_-]{54,56}/,
    minEntropy: 3.8,
    examples: { match: ['OPTIMIZELY_TOKEN=2:{base64url:54}'] },
  },
]);
