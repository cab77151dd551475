import { defineRules } from './define.js';

export const rules = defineRules('wireguard', [
  {
    id: 'wireguard-private-key',
    title: 'WireGuard private or preshared key',
    impact: 'Joins the network as the peer the key belongs to.',
    reference: 'https://www.wireguard.com/quickstart/',
    remediation: 'Make a new key pair with `wg genkey` and replace the public key at every peer.',
    keywords: ['privatekey', 'presharedkey'],
    pattern:
      /\b(?:PrivateKey|PresharedKey)["']?\s{0,4}[=:]\s{0,4}["']?(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![A-Za-z0-9+/=])/,
    minEntropy: 3.5,
    examples: { match: ['[Interface]\nPrivateKey = {base64:42}A=\nAddress = 10.0.0.2/32'] },
  },
]);
