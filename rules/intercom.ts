import { defineRules } from './define.js';

export const rules = defineRules('intercom', [
  {
    id: 'intercom-access-token',
    title: 'Intercom access token',
    impact: "Reads and changes the workspace's users and conversations.",
    reference: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication',
    remediation: 'Regenerate the token in the Intercom developer hub.',
    keywords: ['intercom', 'ic_token'],
    value: /dG9r[A-Za-z0-9+/]{54,58}={0,2}|(?=[A-Za-z=_-]{0,59}[0-9])[A-Za-z0-9=_-]{60}|[A-Za-z0-9+/]{59}=/,
    minEntropy: 3.8,
    examples: {
      match: ['INTERCOM_API_KEY={alnum:60}', 'intercom.token: "{alnum:60}"'],
      noMatch: ['INTERCOM_API_KEY={alnum:30}'],
    },
  },
]);
