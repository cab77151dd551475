import { defineRules } from './define.js';

export const rules = defineRules('signalwire', [
  {
    id: 'signalwire-api-token',
    title: 'SignalWire API token',
    impact: "Sends messages and makes calls at the account's cost.",
    reference: 'https://developer.signalwire.com/platform/basics/guides/api-token/',
    remediation: 'Delete it in the space under API.',
    severity: 'critical',
    keywords: ['signalwire'],
    value: /PT[0-9a-f]{48,56}|(?=[A-Za-z]{0,49}[0-9])[A-Za-z0-9]{50}/,
    minEntropy: 3.3,
    examples: { match: ['SIGNALWIRE_TOKEN=PT{hex:50}'] },
  },
]);
