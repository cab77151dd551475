import { defineRules } from './define.js';

export const rules = defineRules('unkey', [
  {
    id: 'unkey-root-key',
    title: 'Unkey root key',
    impact: 'Creates and verifies API keys for the workspace.',
    reference: 'https://www.unkey.com/docs/security/root-keys',
    remediation: 'Delete it at https://app.unkey.com/settings/root-keys.',
    severity: 'critical',
    keywords: ['unkey_'],
    pattern: /\b(?<secret>unkey_(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{20,40})\b/,
    minEntropy: 3.3,
    examples: { match: ['UNKEY_ROOT_KEY=unkey_{alnum:24}'] },
  },
  {
    id: 'unkey-key-nearby',
    title: 'Unkey key by its name',
    impact: 'Passes for the client the key was issued to.',
    reference: 'https://www.unkey.com/docs/security/root-keys',
    remediation: 'Delete it at https://app.unkey.com/settings/root-keys.',
    keywords: ['unkey'],
    value: /(?:key_)?(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{22,30}/,
    assigned: true,
    minEntropy: 3.5,
    examples: { match: ['unkey_secret = "{alnum:24}"'] },
  },
]);
