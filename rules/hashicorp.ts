import { defineRules } from './define.js';

export const rules = defineRules('hashicorp', [
  {
    id: 'hashicorp-terraform-password',
    title: 'Password in Terraform',
    impact: 'Signs in as the administrator of the resource.',
    reference:
      'https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output',
    remediation: 'Change the password and read it from a secret store.',
    keywords: ['administrator_login_password', 'admin_password', 'master_password'],
    pattern:
      /(?:administrator_login_password|admin_password|master_password)\s{0,24}=\s{0,4}"(?<secret>[^"$\s{}]{8,128})"/,
    minEntropy: 2.5,
    examples: {
      match: ['administrator_login_password = "{password:16}"'],
      noMatch: ['administrator_login_password = var.db_password'],
    },
  },
]);
