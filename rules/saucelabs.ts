import { defineRules } from './define.js';

export const rules = defineRules('saucelabs', [
  {
    id: 'saucelabs-access-key',
    title: 'Sauce Labs access key',
    impact: "Runs tests at the account's cost and reads their results.",
    reference: 'https://docs.saucelabs.com/basics/acct-team-mgmt/managing-user-info/',
    remediation: 'Regenerate it at https://app.saucelabs.com/user-settings.',
    keywords: ['saucelabs', 'sauce_access', 'sauce_labs', 'sauce-labs', 'sauceaccess', 'saucelabs.com'],
    value: /[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}/,
    minEntropy: 3,
    examples: { match: ['SAUCE_ACCESS_KEY={uuid}'] },
  },
]);
