import { defineRules } from './define.js';

export const rules = defineRules('logzio', [
  {
    id: 'logzio-api-token',
    title: 'Logz.io API or shipping token',
    impact: 'Reads logs, or sends made-up ones.',
    reference: 'https://docs.logz.io/docs/user-guide/admin/authentication-tokens/api-tokens/',
    remediation: 'Delete it at https://app.logz.io under Settings > Manage tokens.',
    keywords: ['logzio', 'logz.io', 'logz_io'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    examples: { match: ['LOGZIO_API_TOKEN={uuid}', "'logzio_api_token': '{uuid}'"] },
  },
  {
    id: 'logzio-shipping-token',
    title: 'Logz.io shipping token',
    impact: 'Sends made-up logs to the account.',
    reference: 'https://docs.logz.io/docs/user-guide/admin/authentication-tokens/api-tokens/',
    remediation: 'Delete it at https://app.logz.io under Settings > Manage tokens.',
    severity: 'medium',
    keywords: ['logzio', 'logz.io', 'logz_io'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['LOGZIO_SHIPPING_TOKEN={alnum:32}', "'logzio_shipping_token': '{alnum:32}'"] },
  },
]);
