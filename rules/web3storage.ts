import { defineRules } from './define.js';

export const rules = defineRules('web3storage', [
  {
    id: 'web3storage-token',
    title: 'web3.storage token',
    impact: "Reads and writes the account's files.",
    reference: 'https://web3.storage/docs/',
    remediation: "Revoke it in the account's settings.",
    keywords: ['web3storage', 'web3.storage', 'web3_storage'],
    value: /ey[A-Za-z0-9_-]{10,200}\.[A-Za-z0-9_-]{40,400}\.[A-Za-z0-9_-]{40,100}/,
    minEntropy: 4,
    check: 'jwt',
    examples: { match: ['WEB3STORAGE_TOKEN={jwt}'] },
  },
]);
