import { defineRules } from './define.js';

export const rules = defineRules('minimax', [
  {
    id: 'minimax-api-key',
    title: 'MiniMax API key',
    impact: "Uses models at the account's cost.",
    reference: 'https://platform.minimax.io/docs/api-reference/api-overview',
    remediation: 'Delete it at https://platform.minimax.io/user-center/basic-information/interface-key.',
    keywords: ['sk-api-'],
    pattern: /\b(?<secret>sk-api-[A-Za-z0-9_-]{100,140})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['MINIMAX_API_KEY=sk-api-{base64url:119}'] },
  },
  {
    id: 'minimax-key-nearby',
    title: 'MiniMax key by its name',
    impact: "Uses models at the account's cost.",
    reference: 'https://platform.minimax.io/docs/api-reference/api-overview',
    remediation: 'Delete it at https://platform.minimax.io/user-center/basic-information/interface-key.',
    keywords: ['minimax'],
    value: /(?=[A-Za-z_-]{0,40}[0-9])(?!sk-api-)[A-Za-z0-9_-]{40,140}/,
    assigned: true,
    minEntropy: 4,
    examples: { match: ['MINIMAX_API_KEY={base64url:64}'] },
  },
]);
