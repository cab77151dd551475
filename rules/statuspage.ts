import { defineRules } from './define.js';

export const rules = defineRules('statuspage', [
  {
    id: 'statuspage-api-key',
    title: 'Statuspage API key',
    impact: 'Writes on the public status page.',
    reference: 'https://support.atlassian.com/statuspage/docs/create-and-manage-api-keys/',
    remediation: 'Delete it at https://manage.statuspage.io under API info.',
    severity: 'medium',
    keywords: ['statuspage', 'status_page', 'status-page'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}/,
    assigned: true,
    examples: { match: ['STATUSPAGE_API_KEY={uuid}', 'statuspage_api: OAuth {hex:64}'] },
  },
]);
