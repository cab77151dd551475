import { defineRules } from './define.js';

export const rules = defineRules('dropbox', [
  {
    id: 'dropbox-short-lived-token',
    title: 'Dropbox access token',
    impact: "Reads and changes the user's files for some hours.",
    reference: 'https://developers.dropbox.com/oauth-guide',
    remediation: 'Revoke the app at https://www.dropbox.com/account/connected_apps.',
    keywords: ['sl.b', 'sl.u.', 'sl.a', 'dropbox'],
    pattern: /(?<![A-Za-z0-9_.-])(?<secret>sl\.(?:u\.)?[A-Za-z0-9_-]{130,1500})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['DROPBOX_TOKEN=sl.u.{base64url:180}', 'sl.B{base64url:140}'],
      noMatch: ['sl.B{alnum:20}'],
    },
  },
  {
    id: 'dropbox-refresh-token',
    title: 'Dropbox refresh or long-lived token',
    impact: "Reads and changes the user's files until it is revoked.",
    reference: 'https://developers.dropbox.com/oauth-guide',
    remediation: 'Revoke the app at https://www.dropbox.com/account/connected_apps.',
    keywords: ['dropbox'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>[A-Za-z0-9_-]{11}AAAAAAAAAA[A-Za-z0-9_=-]{43})(?![A-Za-z0-9_=-])/,
    minEntropy: 3.5,
    check: 'dropbox-token',
    examples: {
      match: ['dropbox refresh_token={alnum:11}AAAAAAAAAA{base64url:43}'],
      noMatch: ['dropbox {alnum:11}AAAAAAAAAA'],
    },
  },
  {
    id: 'dropbox-app-secret',
    title: 'Dropbox app secret',
    impact: 'Lets an attacker pose as the app to its users.',
    reference: 'https://developers.dropbox.com/oauth-guide',
    remediation: 'Make a new app secret at https://www.dropbox.com/developers/apps.',
    severity: 'medium',
    keywords: ['dropbox'],
    value: /(?=[a-z]{0,14}[0-9])[a-z0-9]{15}/,
    assigned: true,
    minEntropy: 3,
    companions: [
      {
        name: 'app key',
        pattern:
          /(?:app|client)[_-]?(?:key|id)["'\]]{0,2}\s{0,4}(?:=>|:=|[=:])\s{0,4}["']?(?<value>[a-z0-9]{15})(?![A-Za-z0-9_-])/i,
        within: 256,
      },
    ],
    examples: {
      match: ['DROPBOX_API_KEY={loweralnum:15}', 'dropbox.token: "{loweralnum:15}"'],
      noMatch: ['DROPBOX_API_KEY={loweralnum:7}'],
    },
  },
]);
