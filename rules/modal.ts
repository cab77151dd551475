import { defineRules } from './define.js';

export const rules = defineRules('modal', [
  {
    id: 'modal-token-secret',
    title: 'Modal token secret',
    impact: "Runs code at the account's cost, and reads its secrets and volumes.",
    reference: 'https://modal.com/docs/reference/modal.config',
    remediation: 'Delete it at https://modal.com/settings/tokens.',
    keywords: ['modal_token', 'modal token', 'modal.config', '.modal.toml', 'token_secret'],
    value: /as-[A-Za-z0-9]{22}/,
    minEntropy: 3.3,
    companions: [{ name: 'token id', pattern: /\b(?<value>ak-[A-Za-z0-9]{22})\b/, within: 256 }],
    examples: { match: ['MODAL_TOKEN_ID=ak-{alnum:22}\nMODAL_TOKEN_SECRET=as-{alnum:22}'] },
  },
]);
