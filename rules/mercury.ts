import { defineRules } from './define.js';

export const rules = defineRules('mercury', [
  {
    id: 'mercury-api-token',
    title: 'Mercury bank API token',
    impact: 'Reads accounts and, with a writing token, sends money.',
    reference: 'https://docs.mercury.com/reference/getting-started-with-your-api',
    remediation: 'Revoke it at https://app.mercury.com/settings/tokens.',
    severity: 'critical',
    keywords: ['mercury_production_', 'mercury_sandbox_'],
    pattern:
      /\b(?<secret>mercury_(?:production|sandbox)_[A-Za-z0-9]{2,6}_[A-Za-z0-9]{20,64}(?:_yrucrem)?)(?![A-Za-z0-9])/,
    minEntropy: 3.3,
    examples: { match: ['Authorization: Bearer secret-token:mercury_production_rma_{alnum:44}_yrucrem'] },
  },
]);
