import { defineRules } from './define.js';

export const rules = defineRules('polymarket', [
  {
    id: 'polymarket-api-key',
    title: 'Polymarket CLOB API key',
    impact: 'With its secret and passphrase trades for the wallet.',
    reference: 'https://docs.polymarket.com/developers/CLOB/authentication',
    remediation: "Revoke it with the CLOB client's deleteApiKey.",
    keywords: ['polymarket', 'poly_', 'poly-', 'clob_'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['POLYMARKET_API_KEY={uuid}', 'poly_keyToken="{uuid}"'] },
  },
  {
    id: 'polymarket-api-secret',
    title: 'Polymarket CLOB secret or passphrase',
    impact: 'Signs trades for the wallet.',
    reference: 'https://docs.polymarket.com/developers/CLOB/authentication',
    remediation: "Revoke it with the CLOB client's deleteApiKey.",
    severity: 'critical',
    keywords: ['polymarket', 'poly_', 'poly-', 'clob_'],
    value: /[A-Za-z0-9+/_-]{43}=|[0-9a-f]{64}/,
    assigned: true,
    minEntropy: 3,
    examples: { match: ['POLY_PASSPHRASE_KEY={hex:64}', 'POLYMARKET_SECRET={base64url:43}='] },
  },
]);
