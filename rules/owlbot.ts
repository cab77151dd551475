import { defineRules } from './define.js';

export const rules = defineRules('owlbot', [
  {
    id: 'owlbot-api-token',
    title: 'Owlbot API token',
    impact: "Uses the dictionary at the account's limits.",
    reference: 'https://owlbot.info',
    remediation: 'Ask Owlbot for a new token.',
    severity: 'low',
    keywords: ['owlbot'],
    value: /(?=[a-z]{0,39}[0-9])[a-z0-9]{40}/,
    minEntropy: 3.2,
    examples: { match: ['OWLBOT_TOKEN={loweralnum:40}', "'owlbot_token': '{loweralnum:40}'"] },
  },
]);
