import { defineRules } from './define.js';

export const rules = defineRules('strava', [
  {
    id: 'strava-secret',
    title: 'Strava client secret or token',
    impact: 'Reads activities, with their places, of those who allowed the app.',
    reference: 'https://developers.strava.com/docs/authentication/',
    remediation: 'Reset it at https://www.strava.com/settings/api.',
    severity: 'medium',
    keywords: ['strava'],
    value: /(?=[a-z]{0,39}[0-9])[a-z0-9]{40}/,
    minEntropy: 3.2,
    examples: {
      match: ['STRAVA_CLIENT_SECRET={loweralnum:40}', "'strava_client_secret': '{loweralnum:40}'"],
    },
  },
]);
