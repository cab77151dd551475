import { defineRules } from './define.js';

export const rules = defineRules('upstash', [
  {
    id: 'upstash-rest-token',
    title: 'Upstash REST token',
    impact: 'Reads and changes the database.',
    reference: 'https://upstash.com/docs/redis/features/restapi',
    remediation: 'Reset it at https://console.upstash.com.',
    severity: 'critical',
    keywords: ['upstash'],
    value: /A(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{40,60}(?:={0,2})/,
    assigned: true,
    minEntropy: 4,
    examples: { match: ['UPSTASH_REDIS_REST_TOKEN=AX{alnum:52}'] },
  },
  {
    id: 'upstash-api-key',
    title: 'Upstash API key',
    impact: "Manages the account's databases.",
    reference: 'https://upstash.com/docs/redis/features/restapi',
    remediation: 'Reset it at https://console.upstash.com.',
    severity: 'critical',
    keywords: ['upstash'],
    value: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
    assigned: true,
    examples: { match: ['UPSTASH_API_KEY={uuid}', "'upstash_api_key': '{uuid}'"] },
  },
]);
