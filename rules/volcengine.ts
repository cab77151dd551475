import { defineRules } from './define.js';

export const rules = defineRules('volcengine', [
  {
    id: 'volcengine-access-key-id',
    title: 'Volcengine access key id',
    impact: "Names a key; with its secret controls the account's cloud resources.",
    reference: 'https://www.volcengine.com/docs/6291/65568',
    remediation: 'Delete it at https://console.volcengine.com/iam/keymanage.',
    severity: 'medium',
    keywords: ['aklt'],
    pattern: /\b(?<secret>AKLT[A-Za-z0-9]{40,48})(?![A-Za-z0-9])/,
    minEntropy: 3.5,
    examples: { match: ['VOLC_ACCESSKEY=AKLT{alnum:43}'] },
  },
]);
