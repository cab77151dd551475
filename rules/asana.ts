import { defineRules } from './define.js';

export const rules = defineRules('asana', [
  {
    id: 'asana-personal-access-token',
    title: 'Asana personal access token',
    impact: 'Reads and changes everything the user can in Asana.',
    reference: 'https://developers.asana.com/docs/personal-access-token',
    remediation: 'Deactivate the token at https://app.asana.com/0/my-apps.',
    keywords: ['asana'],
    pattern: /(?<![A-Za-z0-9/])(?<secret>[012]\/(?:\d{10,20}\/)?(?:\d{10,20}:)?[0-9a-f]{32})(?![A-Za-z0-9/])/,
    minEntropy: 3.2,
    examples: {
      match: ['asana token = 0/{hex:32}', 'ASANA_PAT=2/{digits:16}/{digits:16}:{hex:32}'],
      noMatch: ['asana: 0/{hex:12}'],
    },
  },
  {
    id: 'asana-client-secret',
    title: 'Asana OAuth client secret',
    impact: 'Lets an attacker pose as the app to its users.',
    reference: 'https://developers.asana.com/docs/oauth',
    remediation: 'Reset the secret at https://app.asana.com/0/my-apps.',
    keywords: ['asana'],
    value: /[0-9a-f]{32}|(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['ASANA_API_KEY={hex:32}', 'asana.token: "{hex:32}"'],
      noMatch: ['ASANA_API_KEY={hex:16}'],
    },
  },
  {
    id: 'asana-oauth-token',
    title: 'Asana OAuth token',
    impact: 'Acts for the user who installed the app.',
    reference: 'https://developers.asana.com/docs/oauth',
    remediation: 'Deauthorise the app under My settings, Apps.',
    keywords: ['asana'],
    value: /(?=[a-z:/]{0,50}[0-9])(?=[a-z0-9/]{0,50}:)[a-z0-9:/]{51}/,
    minEntropy: 3.8,
    examples: {
      match: ['ASANA_TOKEN={loweralnum:25}:{loweralnum:25}'],
      noMatch: ['ASANA_TOKEN={loweralnum:25}'],
    },
  },
]);
