import { defineRules } from './define.js';

export const rules = defineRules('browserstack', [
  {
    id: 'browserstack-access-key',
    title: 'BrowserStack access key',
    impact: "Runs tests at the owner's cost and reads their recordings.",
    reference: 'https://www.browserstack.com/docs/automate/selenium/authentication',
    remediation: 'Reset the key under Account, Profile.',
    severity: 'medium',
    keywords: ['browserstack', 'browser_stack', 'bs_access', 'bs_key'],
    value: /(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{20}/,
    assigned: true,
    minEntropy: 3.5,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['BROWSERSTACK_API_KEY={alnum:20}', 'browserstack.token: "{alnum:20}"'],
      noMatch: ['BROWSERSTACK_API_KEY={alnum:10}'],
    },
  },
]);
