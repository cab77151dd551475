import { defineRules } from './define.js';

export const rules = defineRules('statuspal', [
  {
    id: 'statuspal-api-key',
    title: 'Statuspal API key',
    impact: 'Writes on the public status page.',
    reference: 'https://www.statuspal.io/api-docs',
    remediation: "Replace it in Statuspal's profile.",
    severity: 'medium',
    keywords: ['statuspal'],
    value: /(?=[A-Za-z_-]{0,31}[0-9])[A-Za-z0-9_-]{32}/,
    minEntropy: 3.3,
    examples: { match: ['STATUSPAL_API_KEY={base64url:32}', "'statuspal_api_key': '{base64url:32}'"] },
  },
]);
