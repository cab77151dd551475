import { defineRules } from './define.js';

export const rules = defineRules('helpscout', [
  {
    id: 'helpscout-app-secret',
    title: 'Help Scout app secret',
    impact: "Reads and answers the company's conversations.",
    reference: 'https://developer.helpscout.com/mailbox-api/overview/authentication/',
    remediation: 'Delete the app in Help Scout under My apps.',
    keywords: ['helpscout', 'help_scout'],
    value:
      /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}|(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}|(?=[A-Za-z]{0,55}[0-9])[A-Za-z0-9]{56}/,
    assigned: true,
    minEntropy: 3.6,
    examples: {
      match: ['HELPSCOUT_API_KEY={alnum:32}', 'helpscout.token: "{alnum:32}"'],
      noMatch: ['HELPSCOUT_API_KEY={alnum:16}'],
    },
  },
]);
