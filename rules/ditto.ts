import { defineRules } from './define.js';

export const rules = defineRules('ditto', [
  {
    id: 'ditto-api-key',
    title: 'Ditto API key',
    impact: "Reads and changes the workspace's text.",
    reference: 'https://developer.dittowords.com/',
    remediation: 'Delete the key in Ditto under Developer integrations.',
    severity: 'medium',
    keywords: ['ditto'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.[a-z0-9]{40}/,
    minEntropy: 3.4,
    examples: { match: ['DITTO_API_KEY={uuid}.{loweralnum:40}'], noMatch: ['DITTO_API_KEY={uuid}'] },
  },
]);
