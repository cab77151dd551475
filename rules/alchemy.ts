import { defineRules } from './define.js';

export const rules = defineRules('alchemy', [
  {
    id: 'alchemy-api-key',
    title: 'Alchemy API key',
    impact: "Calls the blockchain node APIs at the owner's cost.",
    reference: 'https://www.alchemy.com/docs/how-to-create-access-keys',
    remediation: 'Rotate the key in the Alchemy dashboard under Apps.',
    keywords: ['alchemy_', 'alchemyapi', 'alchemy-', 'alchemy.com', 'g.alchemy', 'alchemy '],
    value: /(?=[A-Za-z_-]{0,31}[0-9])[A-Za-z0-9_-]{32}|alcht_[A-Za-z0-9]{30}/,
    assigned: true,
    minEntropy: 3.8,
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['ALCHEMY_API_KEY={alnum:32}', 'alchemy_token: "alcht_{alnum:30}"'],
      noMatch: ['alchemy_key={alnum:10}'],
    },
  },
  {
    id: 'alchemy-url',
    title: 'Alchemy node address with key',
    impact: "Calls the blockchain node APIs at the owner's cost.",
    reference: 'https://www.alchemy.com/docs/how-to-create-access-keys',
    remediation: 'Rotate the key in the Alchemy dashboard under Apps.',
    keywords: ['alchemy.com/v2/', 'alchemyapi.io/v2/'],
    pattern: /alchemy(?:api\.io|\.com)\/v2\/(?<secret>[A-Za-z0-9_-]{32})(?![A-Za-z0-9_-])/,
    minEntropy: 3.6,
    examples: {
      match: ['https://eth-mainnet.g.alchemy.com/v2/{alnum:32}'],
      noMatch: ['https://eth-mainnet.g.alchemy.com/v2/demo'],
    },
  },
]);
