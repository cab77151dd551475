import { defineRules } from './define.js';

export const rules = defineRules('portainer', [
  {
    id: 'portainer-access-token',
    title: 'Portainer access token',
    impact: 'Controls the containers of every environment its user may.',
    reference: 'https://docs.portainer.io/api/access',
    remediation: 'Remove it under My account > Access tokens.',
    severity: 'critical',
    keywords: ['portainer', '"ptr_', "'ptr_", '=ptr_', 'x-api-key'],
    pattern: /\b(?<secret>ptr_[A-Za-z0-9+/]{43}=)/,
    minEntropy: 3.8,
    examples: { match: ['PORTAINER_TOKEN=ptr_{base64:43}='] },
  },
]);
