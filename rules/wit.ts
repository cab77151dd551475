import { defineRules } from './define.js';

export const rules = defineRules('wit', [
  {
    id: 'wit-access-token',
    title: 'Wit.ai access token',
    impact: "Uses and trains the app's model.",
    reference: 'https://wit.ai/docs/http/',
    remediation: "Replace it in the app's settings at https://wit.ai.",
    severity: 'medium',
    keywords: ['wit_ai', 'wit.ai', 'wit_token', 'wit_access', 'witai'],
    value: /(?=[A-Z]{0,31}[0-9])[A-Z0-9]{32}/,
    minEntropy: 3,
    examples: { match: ['WIT_AI_SERVER_TOKEN={upperalnum:32}', "'wit_ai_server_token': '{upperalnum:32}'"] },
  },
]);
