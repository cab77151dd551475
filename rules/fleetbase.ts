import { defineRules } from './define.js';

export const rules = defineRules('fleetbase', [
  {
    id: 'fleetbase-api-key',
    title: 'Fleetbase API key',
    impact: "Reads and changes the organisation's orders and fleet.",
    reference: 'https://docs.fleetbase.io/',
    remediation: 'Delete the key in Fleetbase under Developers.',
    keywords: ['flb_live_', 'flb_test_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>flb_(?:live|test)_[A-Za-z0-9]{20,64})(?![A-Za-z0-9_-])/,
    minEntropy: 3.4,
    examples: {
      match: ['FLEETBASE_TOKEN=flb_live_{alnum:20}', 'key: "flb_live_{alnum:20}"'],
      noMatch: ['flb_live_{alnum:10}'],
    },
  },
]);
