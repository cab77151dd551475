import { defineRules } from './define.js';

export const rules = defineRules('infura', [
  {
    id: 'infura-api-key',
    title: 'Infura API key or secret',
    impact: "Calls the blockchain node APIs at the owner's cost.",
    reference: 'https://docs.metamask.io/services/get-started/infura/',
    remediation: 'Rotate the key in the MetaMask developer dashboard.',
    severity: 'medium',
    keywords: ['infura'],
    value: /[0-9a-f]{32}|(?=[A-Za-z/+]{0,39}[0-9])[A-Za-z0-9+/]{40}/,
    assigned: true,
    minEntropy: 3.1,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['INFURA_API_KEY={hex:32}', 'infura.token: "{hex:32}"'],
      noMatch: ['INFURA_API_KEY={hex:16}'],
    },
  },
  {
    id: 'infura-url',
    title: 'Infura node address with key',
    impact: "Calls the blockchain node APIs at the owner's cost.",
    reference: 'https://docs.metamask.io/services/get-started/infura/',
    remediation: 'Rotate the key in the MetaMask developer dashboard.',
    severity: 'medium',
    keywords: ['infura.io'],
    pattern: /infura\.io\/(?:ws\/)?v3\/(?<secret>[0-9a-f]{32})(?![0-9A-Za-z])/,
    minEntropy: 3.1,
    examples: {
      match: ['https://mainnet.infura.io/v3/{hex:32}'],
      noMatch: ['https://mainnet.infura.io/v3/KEY'],
    },
  },
]);
