import { defineRules } from './define.js';

export const rules = defineRules('ubidots', [
  {
    id: 'ubidots-token',
    title: 'Ubidots token',
    impact: "Reads and sends data of the account's devices.",
    reference: 'https://docs.ubidots.com/v1.6/reference/authentication',
    remediation: "Delete it in the account's API credentials.",
    severity: 'medium',
    keywords: ['bbff-', 'bbus-', 'bbau-'],
    pattern: /\b(?<secret>BB(?:FF|US|AU)-[A-Za-z0-9]{30})\b/,
    minEntropy: 3.5,
    examples: { match: ['UBIDOTS_TOKEN=BBFF-{alnum:30}'] },
  },
]);
