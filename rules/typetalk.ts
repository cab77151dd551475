import { defineRules } from './define.js';

export const rules = defineRules('typetalk', [
  {
    id: 'typetalk-client-secret',
    title: 'Typetalk client secret',
    impact: 'Reads and writes messages as the application.',
    reference: 'https://developer.nulab.com/docs/typetalk/auth/',
    remediation: "Delete the application in Typetalk's developer settings.",
    keywords: ['typetalk'],
    value: /(?=[A-Za-z]{0,63}[0-9])[A-Za-z0-9]{64}/,
    minEntropy: 3.3,
    examples: { match: ['TYPETALK_CLIENT_SECRET={alnum:64}', "'typetalk_client_secret': '{alnum:64}'"] },
  },
]);
