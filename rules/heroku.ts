import { defineRules } from './define.js';

export const rules = defineRules('heroku', [
  {
    id: 'heroku-api-key',
    title: 'Heroku API key',
    impact: 'Acts as the user: deploys apps and reads their configuration.',
    reference: 'https://devcenter.heroku.com/articles/platform-api-quickstart',
    remediation: 'Regenerate the key at https://dashboard.heroku.com/account.',
    severity: 'critical',
    keywords: ['hrku-'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>HRKU-(?:[A-Za-z0-9_-]{60}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}))(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: {
      match: ['HEROKU_TOKEN=HRKU-AA{base64url:58}', 'key: "HRKU-AA{base64url:58}"'],
      noMatch: ['HRKU-AA{base64url:29}'],
    },
  },
  {
    id: 'heroku-legacy-api-key',
    title: 'Heroku API key (older form)',
    impact: 'Acts as the user: deploys apps and reads their configuration.',
    reference: 'https://devcenter.heroku.com/articles/platform-api-quickstart',
    remediation: 'Regenerate the key at https://dashboard.heroku.com/account.',
    severity: 'critical',
    keywords: ['heroku'],
    value: /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['HEROKU_API_KEY={uuid}', 'heroku.token: "{uuid}"'],
      noMatch: ['HEROKU_API_KEY={hex:8}'],
    },
  },
]);
