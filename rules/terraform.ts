import { defineRules } from './define.js';

export const rules = defineRules('terraform', [
  {
    id: 'terraform-cloud-token',
    title: 'HCP Terraform, Terraform Enterprise or Vagrant Cloud token',
    impact: 'Reads state with its secrets, and changes the infrastructure.',
    reference: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
    remediation: 'Delete it at https://app.terraform.io/app/settings/tokens.',
    severity: 'critical',
    keywords: ['.atlasv1.'],
    pattern: /(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,72})(?![A-Za-z0-9_=-])/,
    minEntropy: 3.5,
    examples: {
      match: ['TF_TOKEN_app_terraform_io={alnum:14}.atlasv1.{alnum:67}'],
      noMatch: ['{alnum:14}.atlasv1.{alnum:20}'],
    },
  },
]);
