import { defineRules } from './define.js';

export const rules = defineRules('ngrok', [
  {
    id: 'ngrok-authtoken',
    title: 'ngrok authtoken or API key',
    impact: 'Opens tunnels, or administers the account.',
    reference: 'https://ngrok.com/docs/agent/#authtokens',
    remediation: 'Delete it at https://dashboard.ngrok.com/authtokens.',
    keywords: ['ngrok'],
    value: /[0-9A-Za-z]{26,30}_[0-9A-Za-z]{17,22}/,
    minEntropy: 3.8,
    examples: {
      match: ['ngrok config add-authtoken {alnum:27}_{alnum:21}', 'NGROK_AUTHTOKEN={alnum:27}_{alnum:20}'],
    },
  },
]);
