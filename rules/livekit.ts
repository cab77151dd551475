import { defineRules } from './define.js';

export const rules = defineRules('livekit', [
  {
    id: 'livekit-api-secret',
    title: 'LiveKit API secret',
    impact: 'Signs tokens for any room of the project.',
    reference: 'https://docs.livekit.io/home/cloud/keys-and-tokens/',
    remediation: 'Revoke it at https://cloud.livekit.io under Settings > Keys.',
    keywords: ['livekit'],
    value: /(?=[A-Za-z]{0,42}[0-9])[A-Za-z0-9]{42,44}/,
    assigned: true,
    minEntropy: 4,
    companions: [{ name: 'api key', pattern: /\b(?<value>API[A-Za-z0-9]{11,13})\b/, within: 256 }],
    examples: { match: ['LIVEKIT_API_KEY=API{alnum:12}\nLIVEKIT_API_SECRET={alnum:43}'] },
  },
]);
