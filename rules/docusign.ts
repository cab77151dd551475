import { defineRules } from './define.js';

export const rules = defineRules('docusign', [
  {
    id: 'docusign-secret',
    title: 'DocuSign integration secret',
    impact: 'Acts for users who consented to the app: reads and sends their envelopes.',
    reference: 'https://developers.docusign.com/platform/auth/',
    remediation: 'Delete the secret in DocuSign under Apps and keys.',
    keywords: ['docusign'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    minEntropy: 3.2,
    examples: {
      match: ['DOCUSIGN_API_KEY={uuid}', 'docusign.token: "{uuid}"'],
      noMatch: ['DOCUSIGN_API_KEY={hex:8}'],
    },
  },
]);
