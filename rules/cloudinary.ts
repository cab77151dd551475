import { defineRules } from './define.js';

export const rules = defineRules('cloudinary', [
  {
    id: 'cloudinary-url',
    title: 'Cloudinary address with secret',
    impact: "Reads, changes and deletes the account's media.",
    reference: 'https://cloudinary.com/documentation/finding_your_credentials_tutorial',
    remediation: 'Regenerate the key pair in Cloudinary under Settings, API keys.',
    keywords: ['cloudinary://'],
    pattern: /cloudinary:\/\/\d{10,16}:(?<secret>[A-Za-z0-9_-]{20,40})@[a-z0-9-]{1,60}/,
    minEntropy: 3.5,
    examples: {
      match: ['CLOUDINARY_URL=cloudinary://{digits:15}:{alnum:27}@shop'],
      noMatch: ['cloudinary://key:secret@shop'],
    },
  },
  {
    id: 'cloudinary-api-secret',
    title: 'Cloudinary API secret',
    impact: "Reads, changes and deletes the account's media.",
    reference: 'https://cloudinary.com/documentation/finding_your_credentials_tutorial',
    remediation: 'Regenerate the key pair in Cloudinary under Settings, API keys.',
    keywords: ['cloudinary'],
    value: /(?=[A-Z_-]{0,26}[A-Z0-9a-z])[A-Za-z0-9_-]{27}/,
    assigned: true,
    minEntropy: 3.4,
    companions: [{ name: 'API key', pattern: /(?<!\d)\d{15}(?!\d)/, within: 300 }],
    exclude: /[a-z]{4}[A-Z][a-z]{3}/,
    examples: {
      match: ['CLOUDINARY_API_KEY={alnum:27}', 'cloudinary.token: "{alnum:27}"'],
      noMatch: ['CLOUDINARY_API_KEY={alnum:13}'],
    },
  },
]);
