import { defineRules } from './define.js';

export const rules = defineRules('looker', [
  {
    id: 'looker-client-secret',
    title: 'Looker API client secret',
    impact: 'Reads all that its user may query.',
    reference: 'https://cloud.google.com/looker/docs/api-auth',
    remediation: 'Delete the key under Admin > Users of the instance.',
    keywords: ['looker'],
    value: /(?=[A-Za-z]{0,23}[0-9])[A-Za-z0-9]{24}/,
    assigned: true,
    minEntropy: 3.3,
    companions: [
      {
        name: 'client id',
        pattern: /client_?id[^A-Za-z0-9\n]{1,8}(?<value>[A-Za-z0-9]{20})\b/i,
        within: 256,
      },
    ],
    examples: { match: ['LOOKER_CLIENT_ID={alnum:20}\nLOOKER_CLIENT_SECRET={alnum:24}'] },
  },
  {
    id: 'looker-client-id',
    title: 'Looker API client id',
    impact: 'Names a key; with its secret reads all that its user may query.',
    reference: 'https://cloud.google.com/looker/docs/api-auth',
    remediation: 'Delete the key under Admin > Users of the instance.',
    severity: 'low',
    confidence: 'possible',
    keywords: ['looker'],
    value: /(?=[A-Za-z]{0,19}[0-9])[A-Za-z0-9]{20}/,
    assigned: true,
    minEntropy: 3.3,
    examples: { match: ['LOOKER_CLIENT_ID_TOKEN={alnum:20}', "'looker_client_id_token': '{alnum:20}'"] },
  },
]);
