import { defineRules } from './define.js';

export const rules = defineRules('nomad', [
  {
    id: 'nomad-token',
    title: 'HashiCorp Nomad token',
    impact: "Runs jobs on the cluster with the token's policies; a management token does anything.",
    reference: 'https://developer.hashicorp.com/nomad/docs/concepts/acl',
    remediation: 'Delete it with `nomad acl token delete`.',
    severity: 'critical',
    keywords: ['nomad_token', 'x-nomad-token', 'nomad_bootstrap'],
    pattern:
      /(?:nomad_token|x-nomad-token|nomad_bootstrap_token)["']?\s{0,3}[=:]\s{0,3}["']?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_-])/i,
    examples: { match: ['NOMAD_TOKEN={uuid}'] },
  },
]);
