import { defineRules } from './define.js';

export const rules = defineRules('facebook', [
  {
    id: 'facebook-access-token',
    title: 'Facebook access token',
    impact: "Acts for the user, page or system user within the token's permissions.",
    reference: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens/',
    remediation: 'Invalidate it with the access token debugger, or reset the app secret.',
    keywords: [
      'eaac',
      'eaam',
      'eaab',
      'eaag',
      'eaad',
      'eaai',
      'eaae',
      'eaaf',
      'eaaa',
      'eaah',
      'eaaj',
      'eaak',
      'eaal',
      'eaan',
    ],
    // eighty random characters hold a digit; the sorted letters of a picture's palette do not
    pattern:
      /(?<![A-Za-z0-9+/])(?<secret>EAA[A-Z](?=[A-Za-z]{0,79}[0-9])[A-Za-z0-9]{80,400})(?![A-Za-z0-9+/=_-])/,
    minEntropy: 4,
    examples: { match: ['FACEBOOK_TOKEN=EAAC{alnum:170}'], noMatch: ['EAAC{alnum:20}', 'EAAG{upper:107}'] },
  },
  {
    id: 'facebook-app-token',
    title: 'Facebook app access token',
    impact: "Changes the app's settings and makes test users.",
    reference: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens/',
    remediation: 'Reset the app secret in the Meta app dashboard.',
    keywords: ['facebook', 'fb_', 'fbapp', 'access_token', 'app_token'],
    pattern: /(?<![0-9A-Za-z])(?<secret>\d{15,16}(?:\||%7[Cc])[A-Za-z0-9_-]{27,40})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    examples: {
      match: ['facebook access_token={digits:16}|{base64url:27}'],
      noMatch: ['facebook {digits:16}|{alnum:8}'],
    },
  },
  {
    id: 'facebook-app-secret',
    title: 'Facebook app secret',
    impact: 'Poses as the app: signs requests and makes app tokens.',
    reference: 'https://developers.facebook.com/docs/facebook-login/security',
    remediation: 'Reset the app secret in the Meta app dashboard.',
    keywords: ['facebook', 'fb_app', 'fb_secret', 'fb_api', 'fbapp', 'fbapi', 'fbsecret', 'fb-app'],
    value: /[0-9a-f]{32}/,
    assigned: true,
    minEntropy: 3.1,
    companions: [
      {
        name: 'app id',
        pattern:
          /(?:app|client)[_-]?id["'\]]{0,2}\s{0,4}(?:=>|:=|[=:])\s{0,4}["']?(?<value>\d{13,17})(?![A-Za-z0-9_-])/i,
        within: 256,
      },
    ],
    examples: {
      match: ['FACEBOOK_API_KEY={hex:32}', 'facebook.token: "{hex:32}"'],
      noMatch: ['FACEBOOK_API_KEY={hex:16}'],
    },
  },
]);
