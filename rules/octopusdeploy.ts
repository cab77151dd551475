import { defineRules } from './define.js';

export const rules = defineRules('octopusdeploy', [
  {
    id: 'octopus-deploy-api-key',
    title: 'Octopus Deploy API key',
    impact: "Deploys, and reads variables, with its user's rights.",
    reference: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key',
    remediation: 'Revoke it under Profile > My API Keys of the server.',
    severity: 'critical',
    keywords: [
      'octopus',
      '"api-',
      "'api-",
      '=api-',
      ': api-',
      '/apikey api-',
      'key api-',
      'x-octopus-apikey',
    ],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>API-(?=[A-Z]{0,31}[0-9])[A-Z0-9]{26,32})(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    examples: {
      match: [
        'OCTOPUS_API_KEY=API-{upperalnum:26}',
        'octo.exe deploy-release --apiKey="API-{upperalnum:28}"',
      ],
    },
  },
]);
