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
    companions: [
      {
        name: 'integration key',
        pattern:
          /(?:integration[_-]?key|integrator[_-]?key|client[_-]?id)["'\]]{0,2}\s{0,4}(?:=>|:=|[=:])\s{0,4}["']?(?<value>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![A-Za-z0-9_-])/i,
        within: 256,
      },
    ],
    examples: {
      match: ['DOCUSIGN_API_KEY={uuid}', 'docusign.token: "{uuid}"'],
      noMatch: ['DOCUSIGN_API_KEY={hex:8}'],
    },
  },
]);
