import { defineRules } from './define.js';

export const rules = defineRules('workato', [
  {
    id: 'workato-api-token',
    title: 'Workato API client token',
    impact: 'Reads and changes recipes and connections of the workspace.',
    reference: 'https://docs.workato.com/workato-api/api-clients.html',
    remediation: 'Delete it in the workspace under API clients.',
    severity: 'critical',
    keywords: ['wrka'],
    pattern:
      /\b(?<secret>wrka[a-z]{2}-(?:eyJ[A-Za-z0-9_-]{10,200}\.[A-Za-z0-9_-]{20,1000}\.[A-Za-z0-9_-]{40,700}|[A-Za-z0-9_-]{40,120})|wrka-eyJ[A-Za-z0-9_-]{8,200}\.[A-Za-z0-9_-]{16,1000}\.[A-Za-z0-9_-]{40,700})(?![A-Za-z0-9_-]|\.[A-Za-z0-9])/,
    minEntropy: 4,
    examples: { match: ['WORKATO_TOKEN=wrkaus-{jwt}'] },
  },
]);
