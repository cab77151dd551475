import { defineRules } from './define.js';

export const rules = defineRules('moralis', [
  {
    id: 'moralis-api-key',
    title: 'Moralis API key',
    impact: "Reads blockchain data at the account's cost.",
    reference: 'https://docs.moralis.com/web3-data-api/evm/get-your-api-key',
    remediation: 'Regenerate it at https://admin.moralis.io/api-keys.',
    severity: 'medium',
    keywords: ['moralis'],
    value: /(?=[A-Za-z]{0,63}[0-9])[A-Za-z0-9]{64}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['MORALIS_API_KEY={alnum:64}', "'moralis_api_key': '{alnum:64}'"] },
  },
]);
