import { defineRules } from './define.js';

export const rules = defineRules('postageapp', [
  {
    id: 'postageapp-api-key',
    title: 'PostageApp API key',
    impact: 'Sends mail as the project.',
    reference: 'https://postageapp.com/documentation',
    remediation: "Replace it in the project's settings.",
    keywords: ['postageapp'],
    value: /(?=[A-Za-z]{0,31}[0-9])[A-Za-z0-9]{32}/,
    minEntropy: 3.3,
    examples: { match: ['POSTAGEAPP_API_KEY={alnum:32}', "'postageapp_api_key': '{alnum:32}'"] },
  },
]);
