import { defineRules } from './define.js';

export const rules = defineRules('gitea', [
  {
    id: 'gitea-access-token',
    title: 'Gitea or Forgejo access token',
    impact: 'Acts as the user within its scopes.',
    reference: 'https://docs.gitea.com/development/api-usage',
    remediation: 'Delete the token under Settings, Applications.',
    keywords: ['gitea', 'forgejo', 'codeberg'],
    value: /[0-9a-f]{40}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['GITEA_API_KEY={hex:40}', 'gitea.token: "{hex:40}"'],
      noMatch: ['GITEA_API_KEY={hex:20}'],
    },
  },
]);
