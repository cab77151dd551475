import { defineRules } from './define.js';

export const rules = defineRules('pagerduty', [
  {
    id: 'pagerduty-api-key',
    title: 'PagerDuty API key',
    impact: 'Reads and changes incidents, schedules and services.',
    reference: 'https://support.pagerduty.com/main/docs/api-access-keys',
    remediation: 'Delete it under Integrations > API Access Keys.',
    keywords: ['pagerduty', 'pager_duty', 'pager-duty'],
    value:
      /(?:[uwy][A-Za-z0-9_+-]|(?=[A-Za-z_+-]{0,19}[0-9])(?=[a-z0-9_+-]{0,19}[A-Z])[A-Za-z0-9_+-]{2})[A-Za-z0-9_+-]{18}/,
    assigned: true,
    minEntropy: 3.2,
    examples: { match: ['PAGERDUTY_API_KEY=u+{alnum:18}', 'pagerduty: Token token=y_{alnum:18}'] },
  },
  {
    id: 'pagerduty-key-short-name',
    title: 'PagerDuty API key by its mark',
    impact: 'Reads and changes incidents, schedules and services.',
    reference: 'https://support.pagerduty.com/main/docs/api-access-keys',
    remediation: 'Delete it under Integrations > API Access Keys.',
    keywords: ['pd_key', 'pd_api', 'pd_token', 'token token='],
    value: /[uy][+_][A-Za-z0-9_+-]{18}/,
    minEntropy: 3,
    examples: { match: ['pd_key = u+{alnum:18}'] },
  },
  {
    id: 'pagerduty-integration-key',
    title: 'PagerDuty integration key',
    impact: 'Triggers and resolves incidents of the service.',
    reference: 'https://support.pagerduty.com/main/docs/api-access-keys',
    remediation: 'Delete it under Integrations > API Access Keys.',
    severity: 'medium',
    keywords: ['pagerduty', 'pager_duty'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['PAGERDUTY_ROUTING_KEY={hex:32}'] },
  },
]);
