import { defineRules } from './define.js';

export const rules = defineRules('svix', [
  {
    id: 'svix-auth-token',
    title: 'Svix auth token',
    impact: 'Sends events to every endpoint of the environment.',
    reference: 'https://docs.svix.com/quickstart',
    remediation: 'Expire it at https://dashboard.svix.com under API Access.',
    keywords: ['svix', 'testsk_'],
    pattern:
      /(?<![A-Za-z0-9_])(?<secret>(?:test)?sk_(?=[A-Za-z_-]{0,30}[0-9])[A-Za-z0-9_-]{24,60}\.(?:eu|us|in|au|ca))(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['SVIX_TOKEN=testsk_{alnum:32}.eu'] },
  },
]);
