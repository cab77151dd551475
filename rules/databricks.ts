import { defineRules } from './define.js';

export const rules = defineRules('databricks', [
  {
    id: 'databricks-access-token',
    title: 'Databricks personal access token',
    impact: 'Acts as the user in the workspace.',
    reference: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
    remediation: 'Revoke it in Databricks under Settings, Developer, Access tokens.',
    severity: 'critical',
    keywords: ['dapi', 'dkea', 'dose'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>(?:dapi[0-9a-f]{32}(?:-\d)?|dose[0-9a-f]{32}|dkea[0-9a-f]{32}))(?![A-Za-z0-9_-])/,
    minEntropy: 3,
    companions: [
      {
        name: 'workspace',
        pattern:
          /(?<![A-Za-z0-9.-])(?<value>[a-z0-9][a-z0-9.-]{1,60}\.(?:cloud\.databricks\.com|gcp\.databricks\.com|azuredatabricks\.net))(?![A-Za-z0-9-])/,
        within: 512,
      },
    ],
    examples: {
      match: ['DATABRICKS_TOKEN=dapi{hex:32}', 'token = "dapi{hex:32}-2"'],
      noMatch: ['dapi{hex:16}'],
    },
  },
]);
