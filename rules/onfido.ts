import { defineRules } from './define.js';

export const rules = defineRules('onfido', [
  {
    id: 'onfido-api-token',
    title: 'Onfido API token',
    impact: 'Reads identity documents of the people who were checked.',
    reference: 'https://documentation.onfido.com/api/latest/#api-tokens',
    remediation: 'Revoke it at https://dashboard.onfido.com/api/tokens.',
    severity: 'critical',
    keywords: ['api_live', 'api_sandbox'],
    pattern:
      /\b(?<secret>api_(?:live|sandbox)(?:_(?:us|ca|eu))?\.(?:[A-Za-z0-9_-]{8,16}\.)?[A-Za-z0-9_-]{20,80})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['ONFIDO_API_TOKEN=api_live.{alnum:11}.{base64url:32}'] },
  },
]);
