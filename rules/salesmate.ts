import { defineRules } from './define.js';

export const rules = defineRules('salesmate', [
  {
    id: 'salesmate-session-key',
    title: 'Salesmate session key',
    impact: 'Reads and changes contacts and deals as its user.',
    reference: 'https://apidocs.salesmate.io',
    remediation: 'Replace it in Salesmate under My Account > Access Key.',
    keywords: ['salesmate'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['SALESMATE_SESSION_KEY={uuid}', "'salesmate_session_key': '{uuid}'"] },
  },
]);
