import { defineRules } from './define.js';

export const rules = defineRules('deno', [
  {
    id: 'deno-deploy-token',
    title: 'Deno Deploy access token',
    impact: "Deploys code to the user's or organisation's projects.",
    reference: 'https://docs.deno.com/deploy/manual/ci_github',
    remediation: 'Revoke the token at https://dash.deno.com/account#access-tokens.',
    keywords: ['ddp_', 'ddw_', 'ddo_'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>dd[pwo]_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: { match: ['DENO_TOKEN=ddp_{alnum:36}', 'key: "ddp_{alnum:36}"'], noMatch: ['ddp_{alnum:18}'] },
  },
]);
