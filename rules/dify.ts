import { defineRules } from './define.js';

export const rules = defineRules('dify', [
  {
    id: 'dify-api-key',
    title: 'Dify API key',
    impact: 'Runs the application and reads its conversations.',
    reference: 'https://docs.dify.ai/en/guides/application-publishing/developing-with-apis',
    remediation: 'Delete the key in Dify under Access API.',
    keywords: ['dify'],
    value: /(?:app|dataset)-[A-Za-z0-9]{24}/,
    minEntropy: 3.4,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['DIFY_API_KEY=app-{alnum:24}', 'dify.token: "app-{alnum:24}"'],
      noMatch: ['DIFY_API_KEY=app-{alnum:12}'],
    },
  },
]);
