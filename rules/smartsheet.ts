import { defineRules } from './define.js';

export const rules = defineRules('smartsheet', [
  {
    id: 'smartsheet-access-token',
    title: 'Smartsheet access token',
    impact: 'Reads and changes sheets as its user.',
    reference: 'https://developers.smartsheet.com/api/smartsheet/guides/basics/authentication',
    remediation: 'Revoke it in Smartsheet under Apps & Integrations > API Access.',
    keywords: ['smartsheet'],
    value: /(?=[A-Za-z]{0,36}[0-9])[A-Za-z0-9]{37}/,
    minEntropy: 3.3,
    examples: { match: ['SMARTSHEET_ACCESS_TOKEN={alnum:37}', "'smartsheet_access_token': '{alnum:37}'"] },
  },
]);
