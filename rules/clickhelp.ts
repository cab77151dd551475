import { defineRules } from './define.js';

export const rules = defineRules('clickhelp', [
  {
    id: 'clickhelp-api-key',
    title: 'ClickHelp API key',
    impact: "Reads and changes the portal's documentation.",
    reference: 'https://clickhelp.com/software-documentation-tool/user-manual/rest-api.html',
    remediation: 'Make a new key in the ClickHelp profile.',
    severity: 'medium',
    keywords: ['clickhelp'],
    value: /(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{24}/,
    minEntropy: 3.6,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['CLICKHELP_API_KEY={alnum:24}', 'clickhelp.token: "{alnum:24}"'],
      noMatch: ['CLICKHELP_API_KEY={alnum:12}'],
    },
  },
]);
