import { defineRules } from './define.js';

export const rules = defineRules('testingbot', [
  {
    id: 'testingbot-key',
    title: 'TestingBot key or secret',
    impact: "Runs tests at the account's cost.",
    reference: 'https://testingbot.com/support/api',
    remediation: 'Reset it at https://testingbot.com/members/user/edit.',
    severity: 'medium',
    keywords: ['testingbot'],
    value: /(?=[a-z]{0,31}[0-9])[a-z0-9]{32}/,
    minEntropy: 3.2,
    examples: { match: ['TESTINGBOT_API_KEY={loweralnum:32}', "'testingbot_api_key': '{loweralnum:32}'"] },
  },
]);
