import { defineRules } from './define.js';

export const rules = defineRules('pandadoc', [
  {
    id: 'pandadoc-api-key',
    title: 'PandaDoc API key',
    impact: 'Reads and sends documents of the workspace.',
    reference: 'https://developers.pandadoc.com/reference/api-key-authentication-process',
    remediation: 'Delete it under Settings > API and integrations.',
    keywords: ['pandadoc'],
    value: /(?=[A-Za-z]{0,39}[0-9])[A-Za-z0-9]{40}/,
    minEntropy: 3.3,
    examples: { match: ['PANDADOC_API_KEY={alnum:40}', "'pandadoc_api_key': '{alnum:40}'"] },
  },
]);
