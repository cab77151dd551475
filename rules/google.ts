import { defineRules } from './define.js';

export const rules = defineRules('google', [
  {
    id: 'google-api-key',
    title: 'Google API key',
    impact: "Calls every API the key is not restricted from, at the project's cost.",
    reference: 'https://cloud.google.com/docs/authentication/api-keys',
    remediation: 'Delete or restrict the key under APIs & Services, Credentials.',
    keywords: ['aiza'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: ['GOOGLE_API_KEY=AIza{base64url:35}', 'apiKey: "AIza{base64url:35}"'],
      noMatch: ['AIza{base64url:20}'],
    },
  },
  {
    id: 'google-gemini-api-key',
    title: 'Gemini API key',
    impact: "Runs Gemini models at the project's cost.",
    reference: 'https://ai.google.dev/gemini-api/docs/api-key',
    remediation: 'Delete the key in Google AI Studio under API keys.',
    keywords: ['aq.ab'],
    pattern: /(?<![A-Za-z0-9_.-])(?<secret>AQ\.Ab[A-Za-z0-9_-]{48})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['GEMINI_API_KEY=AQ.Ab8RN6{base64url:44}'], noMatch: ['AQ.Ab8RN6{base64url:20}'] },
  },
  {
    id: 'google-oauth-client-secret',
    title: 'Google OAuth client secret',
    impact: "Lets an attacker pose as the app and exchange its users' codes for tokens.",
    reference: 'https://developers.google.com/identity/protocols/oauth2',
    remediation: 'Add a new secret under APIs & Services, Credentials and disable this one.',
    keywords: ['gocspx-'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>GOCSPX-[A-Za-z0-9_-]{28})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    companions: [
      { name: 'client id', pattern: /\d{6,15}-[a-z0-9]{20,40}\.apps\.googleusercontent\.com/, within: 500 },
    ],
    examples: {
      match: [
        'client_secret: "GOCSPX-{base64url:28}"',
        '{"client_id":"{digits:12}-{loweralnum:32}.apps.googleusercontent.com","client_secret":"GOCSPX-{base64url:28}"}',
      ],
      noMatch: ['GOCSPX-{base64url:12}'],
    },
  },
  {
    id: 'google-oauth-client-secret-legacy',
    title: 'Google OAuth client secret (older form)',
    impact: "Lets an attacker pose as the app and exchange its users' codes for tokens.",
    reference: 'https://developers.google.com/identity/protocols/oauth2',
    remediation: 'Add a new secret under APIs & Services, Credentials and disable this one.',
    keywords: ['client_secret', 'clientsecret'],
    pattern:
      /client_?[Ss]ecret["'`\]]{0,2}\s{0,8}(?:=>|:=|[=:,])\s{0,8}["'`]{0,3}(?<secret>[A-Za-z0-9_-]{24})(?![A-Za-z0-9_-])/,
    minEntropy: 3.8,
    companions: [
      {
        name: 'client id',
        pattern: /\d{6,15}-[a-z0-9]{20,40}\.apps\.googleusercontent\.com/,
        within: 600,
        required: true,
      },
    ],
    examples: {
      match: [
        '{"client_id":"{digits:12}-{loweralnum:32}.apps.googleusercontent.com","client_secret":"{base64url:24}"}',
      ],
      noMatch: ['client_secret={base64url:24}'],
    },
  },
  {
    id: 'google-oauth-access-token',
    title: 'Google OAuth access token',
    impact: "Acts for the user or service within the token's scopes for up to an hour.",
    reference: 'https://cloud.google.com/docs/authentication/token-types',
    remediation: 'Revoke it with https://oauth2.googleapis.com/revoke; it runs out within an hour.',
    keywords: ['ya29.'],
    pattern: /(?<![A-Za-z0-9_.-])(?<secret>ya29\.[A-Za-z0-9_-]{30,2048})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: { match: ['Authorization: Bearer ya29.{base64url:140}'], noMatch: ['ya29.{base64url:10}'] },
  },
  {
    id: 'google-oauth-refresh-token',
    title: 'Google OAuth refresh token',
    impact: 'Gets new access tokens for the user until it is revoked.',
    reference: 'https://developers.google.com/identity/protocols/oauth2#expiration',
    remediation:
      'Revoke it with https://oauth2.googleapis.com/revoke or at https://myaccount.google.com/permissions.',
    keywords: ['1//0'],
    pattern: /(?<![\w/.:-])(?<secret>1\/\/0[A-Za-z0-9_-]{40,120})(?![A-Za-z0-9_/-])/,
    minEntropy: 4,
    examples: {
      match: ['refresh_token: "1//0{base64url:60}"', 'REFRESH_TOKEN=1//0g{base64url:70}'],
      noMatch: ['1//0{base64url:12}'],
    },
  },
  {
    id: 'google-service-account-key',
    title: 'Google Cloud service account key',
    impact: 'Acts on the project with every role of the service account; it does not run out by itself.',
    reference: 'https://cloud.google.com/iam/docs/keys-create-delete',
    remediation:
      'Delete the key with `gcloud iam service-accounts keys delete` or in the console under Service accounts.',
    severity: 'critical',
    keywords: ['private_key'],
    pattern:
      /\\?"private_key\\?"\s{0,8}:\s{0,8}\\?"(?<secret>-----BEGIN (?:RSA )?PRIVATE KEY-----[A-Za-z0-9+/=\\nr\s]{200,4000}-----END (?:RSA )?PRIVATE KEY-----)/,
    companions: [
      {
        name: 'service account',
        pattern: /[a-z0-9-]{3,63}@[a-z0-9.-]{3,80}\.gserviceaccount\.com/,
        within: 3000,
        required: true,
      },
    ],
    examples: {
      match: [
        '{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----\\n{base64:64}\\n{base64:64}\\n{base64:64}\\n{base64:64}\\n-----END PRIVATE KEY-----\\n","client_email":"robot@project-1.iam.gserviceaccount.com"}',
      ],
      noMatch: ['{"private_key":"{base64:40}","client_email":"robot@project-1.iam.gserviceaccount.com"}'],
    },
  },
  {
    id: 'google-hmac-key',
    title: 'Google Cloud Storage HMAC secret',
    impact: 'Reads and writes buckets with the rights of the account the key belongs to.',
    reference: 'https://cloud.google.com/storage/docs/authentication/hmackeys',
    remediation: 'Deactivate and delete the key with `gcloud storage hmac`.',
    keywords: ['goog1e', 'goog1'],
    pattern:
      /(?<![A-Za-z0-9])GOOG1(?:E[A-Z0-9]{55}|[A-Z0-9]{19})(?![A-Za-z0-9])[\s\S]{1,160}?(?<![A-Za-z0-9+/.])(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/,
    minEntropy: 4.1,
    companions: [{ name: 'access id', pattern: /GOOG1[A-Z0-9]{19,56}/, within: 220 }],
    exclude: /^[0-9a-f]{40}$/,
    examples: {
      match: ['access_key=GOOG1E{upperalnum:55}\nsecret={base64:40}'],
      noMatch: ['access_key=GOOG1E{upperalnum:55}'],
    },
  },
  {
    id: 'google-fcm-registration-token',
    title: 'Firebase Cloud Messaging registration token',
    impact: 'With the server key, sends messages to one installation of the app.',
    reference: 'https://firebase.google.com/docs/cloud-messaging/manage-tokens',
    remediation: 'Delete the installation id with the Firebase SDK; the app gets another token.',
    severity: 'low',
    confidence: 'possible',
    keywords: [':apa91b'],
    pattern:
      /(?<![A-Za-z0-9_-])(?<secret>[A-Za-z0-9_-]{11,22}:APA91b[A-Za-z0-9_-]{100,170})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: { match: ['"to": "{base64url:22}:APA91b{base64url:134}"'], noMatch: ['APA91b{base64url:40}'] },
  },
  {
    id: 'google-fcm-server-key',
    title: 'Firebase Cloud Messaging server key',
    impact: 'Sends push messages to every installation of the app.',
    reference: 'https://firebase.google.com/docs/cloud-messaging/auth-server',
    remediation: 'Delete the key in the Firebase console under Project settings, Cloud Messaging.',
    keywords: [':apa91b', 'firebase', 'fcm_', 'fcm-', 'gcm_', 'key=aaaa'],
    pattern: /(?<![A-Za-z0-9_-])(?<secret>AAAA[A-Za-z0-9_-]{7}:[A-Za-z0-9_-]{140})(?![A-Za-z0-9_-])/,
    minEntropy: 4,
    examples: {
      match: ['Authorization: key=AAAA{base64url:7}:{base64url:140}'],
      noMatch: ['AAAA{base64url:7}:{base64url:40}'],
    },
  },
  {
    id: 'google-recaptcha-secret',
    title: 'reCAPTCHA secret key',
    impact: 'Lets an attacker answer for the site whether a visitor passed the challenge.',
    reference: 'https://developers.google.com/recaptcha/docs/verify',
    remediation: 'Make a new key pair in the reCAPTCHA admin console.',
    severity: 'medium',
    keywords: ['recaptcha', 'captcha_secret', 'captchasecret'],
    pattern:
      /[Cc](?:aptcha|APTCHA)[\w.-]{0,24}(?:[Ss]ecret|SECRET|[Pp]rivate|PRIVATE)[\w.-]{0,16}["'`\]]{0,2}\s{0,8}(?:=>|:=|[=:,])\s{0,8}["'`]{0,3}(?<secret>6L[A-Za-z0-9_-]{38})(?![A-Za-z0-9_-])/,
    minEntropy: 3.5,
    examples: {
      match: ['RECAPTCHA_SECRET_KEY=6L{base64url:38}', 'recaptcha_private_key: "6L{base64url:38}"'],
      noMatch: ['RECAPTCHA_SITE_KEY=6L{base64url:38}'],
    },
  },
]);
