import { defineRules } from './define.js';

export const rules = defineRules('postman', [
  {
    id: 'postman-api-key',
    title: 'Postman API key',
    impact: 'Reads and changes workspaces, and the credentials saved in collections and environments.',
    reference: 'https://learning.postman.com/docs/reference/postman-api/authentication/',
    remediation: 'Revoke it at https://go.postman.co/settings/me/api-keys.',
    keywords: ['pmak-'],
    pattern: /\b(?<secret>PMAK-[0-9A-Za-z]{24}-[0-9A-Za-z]{34})\b/,
    minEntropy: 3,
    examples: { match: ['POSTMAN_API_KEY=PMAK-{hex:24}-{hex:34}'] },
  },
  {
    id: 'postman-collection-access-key',
    title: 'Postman collection access key',
    impact: 'Reads the collection it belongs to.',
    reference: 'https://learning.postman.com/docs/reference/postman-api/authentication/',
    remediation: 'Revoke it at https://go.postman.co/settings/me/api-keys.',
    severity: 'medium',
    keywords: ['pmat-'],
    pattern: /\b(?<secret>PMAT-[0-9A-Z]{26})\b/,
    minEntropy: 3,
    examples: { match: ['access_key=PMAT-{upperalnum:26}'] },
  },
]);
