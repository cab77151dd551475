import { defineRules } from './define.js';

export const rules = defineRules('cypress', [
  {
    id: 'cypress-record-key',
    title: 'Cypress record key',
    impact: "Writes test runs into the project's record, and uses up its quota.",
    reference: 'https://docs.cypress.io/cloud/account-management/projects#Record-keys',
    remediation: 'Delete the key in Cypress Cloud under Project settings.',
    keywords: ['cypress', 'record_key', 'recordkey'],
    value: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
    assigned: true,
    minEntropy: 3,
    examples: {
      match: ['CYPRESS_API_KEY={uuid}', 'cypress_token: "{uuid}"'],
      noMatch: ['CYPRESS_API_KEY={hex:16}'],
    },
  },
]);
