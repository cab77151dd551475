import { defineRules } from './define.js';

export const rules = defineRules('documo', [
  {
    id: 'documo-api-key',
    title: 'Documo API key',
    impact: "Sends and reads the account's faxes.",
    reference: 'https://docs.documo.com/',
    remediation: 'Delete the key in Documo under Settings, API.',
    keywords: ['documo'],
    value: /ey[A-Za-z0-9]{30,60}\.ey[A-Za-z0-9_-]{60,300}\.[A-Za-z0-9_-]{43}|ey[A-Za-z0-9_.-]{100,280}/,
    minEntropy: 4.2,
    examples: { match: ['DOCUMO_API_KEY=ey{alnum:200}'], noMatch: ['DOCUMO_API_KEY=ey{alnum:10}'] },
  },
]);
