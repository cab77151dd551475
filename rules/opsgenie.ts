import { defineRules } from './define.js';

export const rules = defineRules('opsgenie', [
  {
    id: 'opsgenie-api-key',
    title: 'Opsgenie API key',
    impact: 'Reads, creates and closes alerts.',
    reference: 'https://support.atlassian.com/opsgenie/docs/api-key-management/',
    remediation: 'Delete it under Settings > API key management.',
    keywords: ['opsgenie', 'ops_genie', 'genie_key', 'geniekey'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['Authorization: GenieKey {uuid}', 'OPSGENIE_API_KEY={uuid}'] },
  },
]);
